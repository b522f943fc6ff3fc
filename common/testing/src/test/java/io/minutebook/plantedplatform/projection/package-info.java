/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.projection;

import org.jspecify.annotations.NullMarked;
