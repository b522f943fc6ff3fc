/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.openapi;

import org.jspecify.annotations.NullMarked;
