/** Intake: calls, registration, pre-processing by the manual, dispatch. */
@NullMarked
package io.minutebook.intake;

import org.jspecify.annotations.NullMarked;
