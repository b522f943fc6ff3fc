/** Load: as fast as it goes in a closed loop, or at a given rate in an open one. */
@NullMarked
package io.minutebook.bench.load;

import org.jspecify.annotations.NullMarked;
