/** The judge: what clients were told, held against what the log, the topics and the ledger say. Pure, over lists. */
@NullMarked
package io.minutebook.bench.kill.judge;

import org.jspecify.annotations.NullMarked;
