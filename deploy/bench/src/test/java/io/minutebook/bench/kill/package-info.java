/** The short forms of the proofs that need processes to die. */
@NullMarked
package io.minutebook.bench.kill;

import org.jspecify.annotations.NullMarked;
