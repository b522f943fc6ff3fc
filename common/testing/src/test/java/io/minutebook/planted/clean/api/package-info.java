/** A service as it should be. */
@NullMarked
package io.minutebook.planted.clean.api;

import org.jspecify.annotations.NullMarked;
