package io.minutebook.bench.kill.judge;

import io.minutebook.bench.kill.judge.Sent.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run of a few cases in which nothing goes wrong, to be spoilt. */
final class CleanRun {
    static final int CASES = 3;
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");

    final List<Sent> commands = new ArrayList<>();
    final List<Logged> log = new ArrayList<>();
    final List<TopicRecord> topics = new ArrayList<>();
    final List<Shown> ledger = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private long offset;

    CleanRun() {
        for (int i = 0; i < CASES; i++) {
            live("w" + i);
        }
    }

    Evidence evidence() {
        return new Evidence(log, topics, ledger);
    }

    Verdict verdict() {
        return Judge.judge(commands, evidence());
    }

    private void live(String walk) {
        String call = id(walk + " call").toString();
        String caseId = id(walk + " case").toString();
        command(walk, 0, "intake", call, true, "CallReceived");
        UUID registered = command(walk, 1, "intake", caseId, true, "CaseRegistered");
        event("intake", call, caseId, "CallLinked", registered, "");
        event("followup", caseId, caseId, "CaseOpened", registered, "");
        UUID dispatched = command(walk, 2, "intake", caseId, true, "FaultDispatched");
        event("escalation", caseId, caseId, "DispatchReceived", dispatched, "");
        event("escalation", caseId, caseId, "ClockStarted", dispatched, "");
        command(walk, 3, "escalation", caseId, false, "DispatchAcknowledged");
        command(walk, 4, "escalation", caseId, true, "ProgressReported");
        command(walk, 5, "escalation", caseId, true, "ProgressReported");
        UUID planned = command(walk, 6, "escalation", caseId, true, "EngineerReplied", "SolutionPlanned");
        event("followup", caseId, caseId, "PlanNoted", planned, "");
        UUID resolved = command(walk, 7, "escalation", caseId, true, "Resolved");
        event("followup", caseId, caseId, "ResolutionNoted", resolved, "");
        event("intake", caseId, caseId, "ResolvedElsewhere", resolved, "");
        command(walk, 8, "followup", caseId, true, "CustomerCalledBack", "RestorationConfirmed");
        UUID cleared = command(walk, 9, "followup", caseId, true, "FaultCleared");
        event("intake", caseId, caseId, "CaseClosed", cleared, "");
        event("escalation", caseId, caseId, "ClearanceNoted", cleared, "");
    }

    /** Returns the id of its last effect. */
    private UUID command(String walk, int order, String service, String stream, boolean marked, String... effects) {
        String mark = marked ? Marks.of(walk + "." + order) : null;
        commands.add(new Sent(walk, order, service, stream, mark, List.of(effects), Outcome.ACKNOWLEDGED, "204"));
        UUID last = id("nothing");
        for (String effect : effects) {
            last = event(service, stream, id(walk + " case").toString(), effect, null, mark == null ? "" : mark);
        }
        return last;
    }

    private UUID event(String service, String stream, String caseId, String type, @Nullable UUID cause, String mark) {
        long sequence = sequences.merge(service + stream, 1L, Long::sum) - 1;
        UUID id = id(service + stream + sequence);
        Instant at = BEGIN.plusMillis(log.size());
        Logged event = new Logged(service, stream, sequence, id, type, cause, at, "{\"text\":\"" + mark + "\"}");
        log.add(event);
        if (Logs.published(event)) {
            topics.add(new TopicRecord(
                    service + ".cases", 0, offset++, id, service, type, stream, sequence, at.plusMillis(2)));
            ledger.add(new Shown(caseId, lines.merge(caseId, 1, Integer::sum) - 1, service, type, id));
        }
        return id;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
