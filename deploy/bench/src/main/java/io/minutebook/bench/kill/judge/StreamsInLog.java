package io.minutebook.bench.kill.judge;

import io.minutebook.bench.kill.judge.Offence.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Each stream counts from 0 without a gap and without a repeat; no event id is used twice. */
final class StreamsInLog {
    private static final String LOG = "the log";

    private final Logs logs;

    StreamsInLog(Logs logs) {
        this.logs = logs;
    }

    List<Offence> offences() {
        List<Offence> offences = new ArrayList<>();
        for (List<Logged> stream : logs.streams()) {
            long next = 0;
            for (Logged event : stream) {
                if (event.sequence() > next) {
                    offences.add(new Offence(Kind.LOST, LOG, "a gap before " + event));
                }
                if (event.sequence() < next) {
                    offences.add(new Offence(Kind.DOUBLED, LOG, "the place is taken twice: " + event));
                }
                next = event.sequence() + 1;
            }
        }
        Set<UUID> seen = new HashSet<>();
        logs.all().stream()
                .filter(event -> !seen.add(event.eventId()))
                .forEach(event -> offences.add(new Offence(Kind.DOUBLED, LOG, "the id is used twice: " + event)));
        return offences;
    }
}
