/** The page on which a customer answers a survey. */
@NullMarked
package io.minutebook.followup.page.survey;

import org.jspecify.annotations.NullMarked;
