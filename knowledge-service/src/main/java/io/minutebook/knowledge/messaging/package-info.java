/** What the other services and subscribers hear of articles. */
@NullMarked
package io.minutebook.knowledge.messaging;

import org.jspecify.annotations.NullMarked;
