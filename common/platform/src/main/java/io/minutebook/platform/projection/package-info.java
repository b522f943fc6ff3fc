/** Wires {@code common/projection} into a service: settings, health, lag. */
@NullMarked
package io.minutebook.platform.projection;

import org.jspecify.annotations.NullMarked;
