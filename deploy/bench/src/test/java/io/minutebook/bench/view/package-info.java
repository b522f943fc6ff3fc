/** The adversary in its short form. */
@NullMarked
package io.minutebook.bench.view;

import org.jspecify.annotations.NullMarked;
