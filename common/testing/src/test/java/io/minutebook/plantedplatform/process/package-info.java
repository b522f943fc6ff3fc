/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.process;

import org.jspecify.annotations.NullMarked;
