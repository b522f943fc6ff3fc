/** The time a service goes by, its limits per site, and the timers that look at clocks when they are due. */
@NullMarked
package io.minutebook.platform.clock;

import org.jspecify.annotations.NullMarked;
