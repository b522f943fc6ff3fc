/** What is found. */
@NullMarked
package io.minutebook.knowledge.view.search;

import org.jspecify.annotations.NullMarked;
