/** What follows by itself: clocks are looked at again, surveys go out. */
@NullMarked
package io.minutebook.followup.process;

import org.jspecify.annotations.NullMarked;
