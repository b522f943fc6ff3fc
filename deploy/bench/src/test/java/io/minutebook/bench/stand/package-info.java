/** The stand that figures are taken on. */
@NullMarked
package io.minutebook.bench.stand;

import org.jspecify.annotations.NullMarked;
