/** Strict bodies from JSON, constraints on fields, checks that every request has to pass. */
@NullMarked
package io.minutebook.platform.input;

import org.jspecify.annotations.NullMarked;
