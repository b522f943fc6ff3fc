/** The way into intake: addresses, what they take and answer, and how calls and cases are stored. */
@NullMarked
package io.minutebook.intake.api;

import org.jspecify.annotations.NullMarked;
