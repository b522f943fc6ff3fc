/** What intake has stored once stays readable. */
@NullMarked
package io.minutebook.intake.command;

import org.jspecify.annotations.NullMarked;
