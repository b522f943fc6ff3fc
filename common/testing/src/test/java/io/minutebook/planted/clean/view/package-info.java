/** A service as it should be. */
@NullMarked
package io.minutebook.planted.clean.view;

import org.jspecify.annotations.NullMarked;
