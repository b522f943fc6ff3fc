/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.input;

import org.jspecify.annotations.NullMarked;
