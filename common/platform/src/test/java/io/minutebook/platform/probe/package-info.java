/** A small service without a log, for trying the platform's way in and out. */
@NullMarked
package io.minutebook.platform.probe;

import org.jspecify.annotations.NullMarked;
