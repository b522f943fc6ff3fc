package io.minutebook.bench.log;

import java.util.UUID;

/** An event as the adversary writes it: which, of which case, the how-manieth of the case. */
record AdversaryEvent(UUID id, UUID stream, long sequence) {}
