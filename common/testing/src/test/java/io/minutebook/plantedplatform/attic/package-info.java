/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.attic;

import org.jspecify.annotations.NullMarked;
