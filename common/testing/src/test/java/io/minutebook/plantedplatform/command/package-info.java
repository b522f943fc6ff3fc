/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.command;

import org.jspecify.annotations.NullMarked;
