/** What knowledge publishes of articles and of searches in vain. */
@NullMarked
package io.minutebook.knowledge.messaging;

import org.jspecify.annotations.NullMarked;
