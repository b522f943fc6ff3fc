/** The pages of those who call customers back. */
@NullMarked
package io.minutebook.followup.page.followups;

import org.jspecify.annotations.NullMarked;
