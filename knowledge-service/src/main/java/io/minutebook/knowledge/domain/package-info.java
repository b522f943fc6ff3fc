/** The rules of articles and of searches that found nothing. */
@NullMarked
package io.minutebook.knowledge.domain;

import org.jspecify.annotations.NullMarked;
