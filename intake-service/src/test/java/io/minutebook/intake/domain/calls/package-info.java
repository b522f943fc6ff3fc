/** Stories of calls. */
@NullMarked
package io.minutebook.intake.domain.calls;

import org.jspecify.annotations.NullMarked;
