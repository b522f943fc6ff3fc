/** The knowledge service: procedures and answers, written, published, searched, and missed. */
@NullMarked
package io.minutebook.knowledge;

import org.jspecify.annotations.NullMarked;
