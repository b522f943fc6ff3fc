/** The search: an index of the published articles, built from the log. */
@NullMarked
package io.minutebook.knowledge.view.search;

import org.jspecify.annotations.NullMarked;
