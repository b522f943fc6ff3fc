/** A service as it should be. */
@NullMarked
package io.minutebook.planted.clean.domain;

import org.jspecify.annotations.NullMarked;
