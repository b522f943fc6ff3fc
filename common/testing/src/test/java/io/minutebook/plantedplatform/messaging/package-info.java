/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.messaging;

import org.jspecify.annotations.NullMarked;
