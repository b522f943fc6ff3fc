/** The pages of the cases, in a real browser and as texts. */
@NullMarked
package io.minutebook.followup.page.cases;

import org.jspecify.annotations.NullMarked;
