/**
 * Proofs that need processes to die: services, database and broker are killed under load, again and again, and a judge outside the system
 * holds what clients were told against what the system then says happened.
 */
@NullMarked
package io.minutebook.bench.kill;

import org.jspecify.annotations.NullMarked;
