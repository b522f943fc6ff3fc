/** What every service's rules are written in: decisions, refusals, clocks, working calendars. JDK only. */
@NullMarked
package io.minutebook.kernel;

import org.jspecify.annotations.NullMarked;
