/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.security;

import org.jspecify.annotations.NullMarked;
