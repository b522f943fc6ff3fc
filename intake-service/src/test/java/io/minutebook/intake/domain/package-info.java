/** The stories that the rules of intake are held to. */
@NullMarked
package io.minutebook.intake.domain;

import org.jspecify.annotations.NullMarked;
