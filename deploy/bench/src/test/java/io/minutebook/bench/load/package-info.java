/** Tests of the load. */
@NullMarked
package io.minutebook.bench.load;

import org.jspecify.annotations.NullMarked;
