/** The rules of an article, from its draft to its retirement. */
@NullMarked
package io.minutebook.knowledge.domain.articles;

import org.jspecify.annotations.NullMarked;
