/** The servers come up, go on after a kill, and keep what they acknowledged. */
@NullMarked
package io.minutebook.embedded;

import org.jspecify.annotations.NullMarked;
