/** A service as it should be. */
@NullMarked
package io.minutebook.planted.clean.domain.first;

import org.jspecify.annotations.NullMarked;
