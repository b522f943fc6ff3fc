/** Breaks the house rules on purpose. */
@NullMarked
package io.minutebook.planted.policy;

import org.jspecify.annotations.NullMarked;
