/** The suite as people get it: started, walked through, killed, started again, and taken apart into four processes. */
@NullMarked
package io.minutebook.standalone;

import org.jspecify.annotations.NullMarked;
