/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedlibrary;

import org.jspecify.annotations.NullMarked;
