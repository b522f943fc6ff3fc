/** Reactions of a service to its own events. */
@NullMarked
package io.minutebook.platform.policy;

import org.jspecify.annotations.NullMarked;
