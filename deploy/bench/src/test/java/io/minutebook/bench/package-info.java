/** Tests of what measures: a yardstick that bends measures nothing. */
@NullMarked
package io.minutebook.bench;

import org.jspecify.annotations.NullMarked;
