/** Breaks the rules of the architecture on purpose. */
@NullMarked
package io.minutebook.planted.page;

import org.jspecify.annotations.NullMarked;
