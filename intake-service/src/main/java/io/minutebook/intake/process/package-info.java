/** What intake does of itself when something happened: when this, then that. */
@NullMarked
package io.minutebook.intake.process;

import org.jspecify.annotations.NullMarked;
