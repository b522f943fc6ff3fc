/** A library that breaks the rules of libraries on purpose. */
@NullMarked
package io.minutebook.plantedlibrary;

import org.jspecify.annotations.NullMarked;
