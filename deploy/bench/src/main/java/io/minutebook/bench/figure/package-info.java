/** The figures: what is ours and what it is measured against. */
@NullMarked
package io.minutebook.bench.figure;

import org.jspecify.annotations.NullMarked;
