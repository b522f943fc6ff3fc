/** The short forms of the proofs about the event log. */
@NullMarked
package io.minutebook.bench.log;

import org.jspecify.annotations.NullMarked;
