/** What the other services and subscribers hear of articles. */
@NullMarked
package io.minutebook.knowledge.stream;

import org.jspecify.annotations.NullMarked;
