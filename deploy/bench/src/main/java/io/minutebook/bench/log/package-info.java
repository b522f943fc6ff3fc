/** Proofs that the event log neither skips, doubles nor reorders, each with a control that must fail under the same adversary. */
@NullMarked
package io.minutebook.bench.log;

import org.jspecify.annotations.NullMarked;
