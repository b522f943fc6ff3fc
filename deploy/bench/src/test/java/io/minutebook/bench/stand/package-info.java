/** The adversary in its short form. */
@NullMarked
package io.minutebook.bench.stand;

import org.jspecify.annotations.NullMarked;
