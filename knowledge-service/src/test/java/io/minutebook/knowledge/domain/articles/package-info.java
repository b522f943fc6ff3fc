/** Stories of articles. */
@NullMarked
package io.minutebook.knowledge.domain.articles;

import org.jspecify.annotations.NullMarked;
