/** The rules of a call, from its first ring to its end. */
@NullMarked
package io.minutebook.intake.domain.calls;

import org.jspecify.annotations.NullMarked;
