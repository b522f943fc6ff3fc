package io.minutebook.bench.view;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A day of a hotline as its topics hold it: calls, cases over three services, clocks, and here and there a record that is no event. */
final class Hotline {
    static final String CALLS = "intake.calls";
    static final List<String> CASES = List.of("intake.cases", "escalation.cases", "followup.cases");
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<String> STEPS = List.of(
            "PreprocessingConcluded",
            "FaultDispatched",
            "DispatchAcknowledged",
            "EngineerReplied",
            "EscalatedToL2",
            "SolutionPlanned",
            "CaseSuspended",
            "CaseResumed",
            "Resolved",
            "RestorationDenied",
            "FaultCleared");

    private final Random random;
    private final List<SampleEvent> day = new ArrayList<>();
    private long next;

    private Hotline(long seed) {
        this.random = new Random(seed);
    }

    /** The cases' events mixed, each case's in order. */
    static List<SampleEvent> day(long seed, int cases, int eventsEach, int poison) {
        Hotline hotline = new Hotline(seed);
        List<Life> lives = new ArrayList<>();
        for (int number = 0; number < cases; number++) {
            lives.add(hotline.new Life(number));
        }
        for (int event = 0; event < eventsEach; event++) {
            lives.forEach(Life::goOn);
        }
        for (int i = 0; i < poison; i++) {
            hotline.day.add(hotline.random.nextInt(hotline.day.size()), hotline.poison(i));
        }
        return List.copyOf(hotline.day);
    }

    private UUID id() {
        return new UUID(0x0198_0000_0000_7000L + (next++ << 16), random.nextLong() | Long.MIN_VALUE);
    }

    private SampleEvent poison(int number) {
        String key = "poison-" + number;
        return number % 2 == 0
                ? new SampleEvent(CASES.getFirst(), key, Map.of(), "{}")
                : new SampleEvent(
                        CASES.getFirst(), key, headers("intake", "CaseRegistered", key, MORNING, ""), "{half");
    }

    private Map<String, String> headers(String service, String type, String subject, Instant at, String cause) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_id", id().toString());
        headers.put("ce_source", service);
        headers.put("ce_type", type);
        headers.put("ce_subject", subject);
        headers.put("ce_time", at.toString());
        headers.put("ce_recordedtime", at.plusNanos(3_000_001).toString());
        headers.put("ce_sequence", Long.toString(next));
        headers.put("ce_actor", "wang");
        if (!cause.isEmpty()) {
            headers.put("ce_causationid", cause);
        }
        return headers;
    }

    /** One case and its call. */
    private final class Life {
        private final int number;
        private final String caseId = id().toString();
        private final String callId = id().toString();
        private Instant now;
        private String cause = "";
        private int events;

        Life(int number) {
            this.number = number;
            this.now = MORNING.plusSeconds(number);
        }

        void goOn() {
            now = now.plusMillis(random.nextLong(600_000));
            switch (events++) {
                case 0 -> add(CALLS, "intake", "CallReceived", callId, "\"callId\":\"%s\"".formatted(callId));
                case 1 -> clock(CALLS, "intake", callId, "answer", "ClockStarted");
                case 2 -> register();
                case 3 ->
                    add(
                            CALLS,
                            "intake",
                            "CallLinked",
                            callId,
                            "\"callId\":\"%s\",\"caseId\":\"%s\"".formatted(callId, caseId));
                default -> step();
            }
        }

        private void register() {
            add(CASES.getFirst(), "intake", "CaseRegistered", caseId, """
                    "caseId":"%s","caseNumber":"SH-%d","callId":"%s","site":"sh-%d","type":"FAULT","priority":"P2",\
                    "owner":"wang","productModel":"HG8245Q","symptom":"光猫 LOS 红灯"\
                    """.formatted(
                            caseId, number, callId, number % 5));
        }

        private void step() {
            String topic = CASES.get(random.nextInt(CASES.size()));
            String service = topic.substring(0, topic.indexOf('.'));
            if (random.nextInt(3) == 0) {
                clock(
                        topic,
                        service,
                        caseId,
                        random.nextBoolean() ? "reply" : "plan",
                        random.nextInt(3) > 0 ? "ClockStarted" : random.nextBoolean() ? "ClockMet" : "ClockBreached");
                return;
            }
            String type = random.nextInt(20) == 0 ? "CallAnswered" : STEPS.get(random.nextInt(STEPS.size()));
            boolean onCall = type.equals("CallAnswered");
            add(
                    onCall ? CALLS : topic,
                    onCall ? "intake" : service,
                    type,
                    onCall ? callId : caseId,
                    "\"caseNumber\":\"SH-%d\",\"engineer\":\"li-%d\"".formatted(number, random.nextInt(9)));
        }

        private void clock(String topic, String service, String subject, String clock, String type) {
            add(topic, service, type, subject, """
                    "clockId":"%s","clock":"%s","round":1,"startedBy":"%s","owedAct":"EngineerReplied","owedByRole":"engineer",\
                    "dueAt":"%s","policy":"p"\
                    """.formatted(
                            UUID.nameUUIDFromBytes((subject + clock).getBytes(StandardCharsets.UTF_8)),
                            clock,
                            cause,
                            now.plusSeconds(1800)));
        }

        private void add(String topic, String service, String type, String subject, String fields) {
            Map<String, String> headers = headers(service, type, subject, now, cause);
            cause = String.valueOf(headers.get("ce_id"));
            day.add(new SampleEvent(topic, subject, headers, '{' + fields + '}'));
        }
    }
}
