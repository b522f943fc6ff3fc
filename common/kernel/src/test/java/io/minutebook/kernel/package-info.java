/** The kernel's rules, tried to the second. */
@NullMarked
package io.minutebook.kernel;

import org.jspecify.annotations.NullMarked;
