/** A command controller as it should be. */
@NullMarked
package io.minutebook.planteddoors.api;

import org.jspecify.annotations.NullMarked;
