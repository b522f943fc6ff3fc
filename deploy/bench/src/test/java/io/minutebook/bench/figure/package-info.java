/** Tests of the figures: that each side does what it says, in small. */
@NullMarked
package io.minutebook.bench.figure;

import org.jspecify.annotations.NullMarked;
