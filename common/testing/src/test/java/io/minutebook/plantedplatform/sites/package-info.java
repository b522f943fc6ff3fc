/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.sites;

import org.jspecify.annotations.NullMarked;
