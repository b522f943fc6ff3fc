/** The raw limits: the same bytes with nothing around them. */
@NullMarked
package io.minutebook.bench.raw;

import org.jspecify.annotations.NullMarked;
