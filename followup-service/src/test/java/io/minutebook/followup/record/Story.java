package io.minutebook.followup.record;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes entries as the services would publish them, each service by its own clock. */
public final class Story {
    public static final String CASE = "0190a000-0000-7000-8000-000000000001";
    public static final String CALL = "0190a000-0000-7000-8000-0000000000ca";
    public static final Instant TEN = Instant.parse("2026-03-02T02:00:00Z");

    private final List<RecordEntry> entries = new ArrayList<>();
    private final Map<String, Duration> skew = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, UUID> latest = new HashMap<>();
    private final Map<UUID, Instant> dues = new HashMap<>();
    private Instant now = TEN;

    public Story clockOf(String service, Duration ahead) {
        skew.put(service, ahead);
        return this;
    }

    public Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** An event of the case, caused by the stream's latest one. */
    public UUID on(String service, String type, String data) {
        return add(service, type, CASE, latest.get(service), now, now, data);
    }

    public UUID on(String service, String type, UUID cause, String data) {
        return add(service, type, CASE, cause, now, now, data);
    }

    public UUID call(String type, String data) {
        return add("intake", type, CALL, latest.get("intake.call"), now, now, data);
    }

    public UUID late(String service, String type, UUID cause, Duration ago, String data) {
        return add(service, type, CASE, cause, now.minus(ago), now, data);
    }

    public UUID started(String service, String clock, UUID by, Duration limit) {
        dues.put(run(service, clock), now.plus(limit));
        return add(service, "ClockStarted", CASE, by, now, now, """
                {"clockId":"%s","subject":"%s","clock":"%s","round":1,"startedBy":"%s","owedAct":"Act","owedByRole":"owner",\
                "warnAt":"%s","dueAt":"%s","policy":"standard/1"}""".formatted(
                        run(service, clock),
                        CASE,
                        clock,
                        by,
                        here(service, now).plus(limit.multipliedBy(4).dividedBy(5)),
                        here(service, now).plus(limit)));
    }

    public UUID met(String service, String clock, UUID startedBy, UUID by) {
        return verdict(
                service,
                "ClockMet",
                clock,
                by,
                now,
                "\"act\":\"%s\",\"marginSeconds\":%d,\"restsOn\":[\"%s\",\"%s\"]"
                        .formatted(
                                by,
                                Duration.between(now, dues.getOrDefault(run(service, clock), now))
                                        .toSeconds(),
                                startedBy,
                                by));
    }

    public UUID breached(String service, String clock, UUID startedBy, Instant dueAt) {
        return verdict(service, "ClockBreached", clock, startedBy, dueAt, "\"restsOn\":[\"%s\"]".formatted(startedBy));
    }

    /** The act that a breached clock waited for, {@code by}, was done now. */
    public UUID corrected(String service, String clock, String now, UUID startedBy, UUID by, Instant dueAt) {
        return correctedAgo(Duration.ZERO, service, clock, now, startedBy, by, dueAt);
    }

    /** The same where the act was done some time ago. */
    public UUID correctedAgo(
            Duration ago, String service, String clock, String now, UUID startedBy, UUID by, Instant dueAt) {
        Instant taken = this.now.minus(ago);
        String because = now.equals("BREACHED") ? "COMPLETED" : "LATE_ENTRY";
        Instant at = now.equals("BREACHED") ? dueAt : taken;
        return add(service, "ClockCorrected", CASE, by, taken, this.now, """
                {"clockId":"%s","subject":"%s","clock":"%s","round":1,"startedBy":"%s","because":"%s","evidence":["call 17"],\
                "was":{"status":"BREACHED","at":"%s","dueAt":"%s","restsOn":["%s"]},\
                "now":{"status":"%s","at":"%s","dueAt":"%s","act":"%s","marginSeconds":%d,"restsOn":["%s","%s"]}}""".formatted(
                        run(service, clock),
                        CASE,
                        clock,
                        startedBy,
                        because,
                        dueAt,
                        dueAt,
                        startedBy,
                        now,
                        at,
                        dueAt,
                        by,
                        Duration.between(taken, dueAt).toSeconds(),
                        startedBy,
                        by));
    }

    public UUID withdrawn(String service, String clock, String reason, UUID startedBy, UUID by) {
        return add(service, "ClockWithdrawn", CASE, by, now, now, """
                {"clockId":"%s","subject":"%s","clock":"%s","round":1,"reason":"%s","by":"%s","restsOn":["%s","%s"]}""".formatted(
                        run(service, clock), CASE, clock, reason, by, startedBy, by));
    }

    /** The id of the one run that a clock has in a story. */
    public static UUID run(String service, String clock) {
        return UUID.nameUUIDFromBytes((service + clock).getBytes(StandardCharsets.UTF_8));
    }

    public List<RecordEntry> entries() {
        return List.copyOf(entries);
    }

    private UUID verdict(String service, String type, String clock, UUID cause, Instant at, String rest) {
        return add(service, type, CASE, cause, at, now, """
                {"clockId":"%s","subject":"%s","clock":"%s","round":1,"dueAt":"%s",%s}""".formatted(run(service, clock), CASE, clock, at, rest));
    }

    private Instant here(String service, Instant time) {
        return time.plus(skew.getOrDefault(service, Duration.ZERO));
    }

    private UUID add(
            String service,
            String type,
            String subject,
            @Nullable UUID cause,
            Instant occurredAt,
            Instant recordedAt,
            String data) {
        long sequence = sequences.merge(service + subject, 1L, Long::sum) - 1;
        UUID id = new UUID(0x0190_0000_0000_7000L + entries.size(), 0x8000_0000_0000_0000L + entries.size());
        entries.add(new RecordEntry(
                id,
                service,
                type,
                subject,
                here(service, occurredAt),
                here(service, recordedAt),
                cause,
                sequence,
                "anna",
                "sh-01",
                null,
                data));
        latest.put(subject.equals(CALL) ? service + ".call" : service, id);
        return id;
    }
}
