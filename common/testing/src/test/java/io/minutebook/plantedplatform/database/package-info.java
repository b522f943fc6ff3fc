/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.database;

import org.jspecify.annotations.NullMarked;
