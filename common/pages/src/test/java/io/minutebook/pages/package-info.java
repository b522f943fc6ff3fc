/** Pages in a real browser. */
@NullMarked
package io.minutebook.pages;

import org.jspecify.annotations.NullMarked;
