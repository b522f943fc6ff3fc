/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.plantedplatform.telemetry;

import org.jspecify.annotations.NullMarked;
