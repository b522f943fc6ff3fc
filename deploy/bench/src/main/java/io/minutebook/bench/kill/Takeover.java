package io.minutebook.bench.kill;

import io.minutebook.bench.kill.judge.Evidence;
import io.minutebook.bench.kill.judge.Logged;
import io.minutebook.bench.kill.judge.TopicRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long work lay when one of two instances was killed, read from the record itself: what was recorded and waited for the relay, what was
 * told and waited for an answer, what was due and waited for a clock to fire.
 */
final class Takeover {
    /** @param relayed the longest that a recorded event waited for the broker after the kill; so the others */
    record Longest(Duration relayed, Duration answered, Duration fired) {
        Duration longest() {
            return Stream.of(relayed, answered, fired).max(Duration::compareTo).orElseThrow();
        }
    }

    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration AFTER = Duration.ofSeconds(5);
    private static final Pattern DUE = Pattern.compile("\"dueAt\"\\s*:\\s*\"([^\"]+)\"");
    private static final Map<String, Set<String>> ANSWERS = Map.of(
            "intake", Set.of("ResolvedElsewhere", "CaseClosed"),
            "escalation", Set.of("DispatchReceived", "ClearanceNoted"),
            "followup", Set.of("CaseOpened", "PlanNoted", "ResolutionNoted"));

    private final Evidence evidence;
    private final Map<UUID, Instant> told = new HashMap<>();

    Takeover(Evidence evidence) {
        this.evidence = evidence;
        for (TopicRecord each : evidence.topics()) {
            told.merge(each.eventId(), each.sentAt(), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    /** Of the work that came to this service around the moment at which one of its instances was killed. */
    Longest after(Instant kill, String service) {
        List<Logged> own = evidence.log().stream()
                .filter(event -> event.service().equals(service))
                .toList();
        Set<String> answers = ANSWERS.getOrDefault(service, Set.of());
        return new Longest(
                longest(
                        kill,
                        own.stream()
                                .flatMap(event -> told(event.eventId()).map(at -> new Wait(event.recordedAt(), at)))),
                longest(
                        kill,
                        own.stream()
                                .filter(event -> answers.contains(event.type()))
                                .flatMap(event ->
                                        told(event.causationId()).map(at -> new Wait(at, event.recordedAt())))),
                longest(
                        kill,
                        own.stream()
                                .filter(event -> event.type().equals("ClockBreached"))
                                .flatMap(event -> dueAt(event).map(due -> new Wait(due, event.recordedAt())))));
    }

    private Stream<Instant> told(@Nullable UUID event) {
        return Stream.ofNullable(event == null ? null : told.get(event));
    }

    /** From when something could be done to when it was done. */
    private record Wait(Instant from, Instant until) {}

    private static Duration longest(Instant kill, Stream<Wait> waits) {
        return waits.filter(wait ->
                        wait.from().isAfter(kill.minus(BEFORE)) && wait.from().isBefore(kill.plus(AFTER)))
                .filter(wait -> wait.until().isAfter(kill))
                .map(wait -> Duration.between(wait.from().isBefore(kill) ? kill : wait.from(), wait.until()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Stream<Instant> dueAt(Logged event) {
        Matcher due = DUE.matcher(event.payload());
        return due.find() ? Stream.of(Instant.parse(due.group(1))) : Stream.of();
    }
}
