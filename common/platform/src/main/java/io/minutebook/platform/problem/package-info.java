/** Problem details (RFC 9457): what a caller gets who does not get what was asked. */
@NullMarked
package io.minutebook.platform.problem;

import org.jspecify.annotations.NullMarked;
