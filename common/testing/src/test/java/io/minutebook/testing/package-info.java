/** Tests of the test stand itself. */
@NullMarked
package io.minutebook.testing;

import org.jspecify.annotations.NullMarked;
