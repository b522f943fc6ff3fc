/** Read models over whole topics: every partition read in order, each batch applied in one transaction with its position, rebuilt at any time. */
@NullMarked
package io.minutebook.platform.topics;

import org.jspecify.annotations.NullMarked;
