/** Tests of the whole service. */
@NullMarked
package io.minutebook.knowledge;

import org.jspecify.annotations.NullMarked;
