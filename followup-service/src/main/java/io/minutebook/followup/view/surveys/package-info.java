/** Which survey is about which case. */
@NullMarked
package io.minutebook.followup.view.surveys;

import org.jspecify.annotations.NullMarked;
