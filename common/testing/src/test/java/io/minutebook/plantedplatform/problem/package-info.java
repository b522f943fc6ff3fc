/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.problem;

import org.jspecify.annotations.NullMarked;
