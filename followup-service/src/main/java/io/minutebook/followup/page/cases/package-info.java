/** The pages of the cases: list, timeline, clearance record. */
@NullMarked
package io.minutebook.followup.page.cases;

import org.jspecify.annotations.NullMarked;
