/** Tests of due times. */
@NullMarked
package io.minutebook.platform.timer;

import org.jspecify.annotations.NullMarked;
