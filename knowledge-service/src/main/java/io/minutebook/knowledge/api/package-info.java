/** The way in: requests over HTTP become commands. */
@NullMarked
package io.minutebook.knowledge.api;

import org.jspecify.annotations.NullMarked;
