/** Searches that found nothing. */
@NullMarked
package io.minutebook.knowledge.domain.misses;

import org.jspecify.annotations.NullMarked;
