/** Numbers of cases. */
@NullMarked
package io.minutebook.intake.api;

import org.jspecify.annotations.NullMarked;
