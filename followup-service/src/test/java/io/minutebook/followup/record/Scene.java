package io.minutebook.followup.record;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What intake and escalation publish of one case, some minutes ago; the running service does its own part itself. */
public final class Scene {
    public final String caseId = UUID.randomUUID().toString();
    public final String callId = UUID.randomUUID().toString();
    private final String number;
    private final String site;
    private String symptom = "";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<RecordEntry> entries = new ArrayList<>();
    private final Map<String, Integer> sequences = new HashMap<>();

    public Scene(String number, String site) {
        this.number = number;
        this.site = site;
    }

    public List<RecordEntry> entries() {
        return entries;
    }

    public Scene called(int ago) {
        UUID received = call(
                "CallReceived",
                null,
                ago * 60,
                "\"site\":\"%s\",\"line\":\"400-1\",\"callerNumber\":\"13800000000\"".formatted(site));
        started("intake", callId, "answer", received, ago * 60, 30);
        UUID answered =
                call("CallAnswered", received, ago * 60 - 11, "\"site\":\"%s\",\"agent\":\"wang\"".formatted(site));
        met("intake", callId, "answer", received, answered, ago * 60 - 11, ago * 60 - 30);
        return this;
    }

    public UUID registered(int ago, String symptom) {
        this.symptom = symptom;
        UUID registered = on("intake", "CaseRegistered", null, ago * 60, 0, """
                "callId":"%s","site":"%s","channel":"phone","type":"FAULT","priority":"P2","owner":"wang","customerName":"王女士",\
                "customerPhone":"13800000000","customerEmail":null,"customerLanguage":"zh-CN","productModel":"HG8245Q","productSerialNumber":"SN1",\
                "symptom":"%s","startedAt":null,"frequency":"每天","actionsTried":["重启光猫"]""".formatted(callId, site, symptom));
        started("intake", caseId, "preprocess", registered, ago * 60, 1800);
        return registered;
    }

    public UUID concluded(UUID registered, int registeredAgo, int ago) {
        UUID concluded = on(
                "intake",
                "PreprocessingConcluded",
                registered,
                ago * 60,
                0,
                "\"site\":\"%s\",\"outcome\":\"DISPATCH\",\"steps\":[\"检查光功率\",\"恢复出厂设置\"],\"articleIds\":[],\"note\":\"光功率 -31 dBm，需上门\",\"cycle\":1"
                        .formatted(site));
        met("intake", caseId, "preprocess", registered, concluded, ago * 60, registeredAgo * 60 - 1800);
        started("intake", caseId, "dispatch", concluded, ago * 60, 600);
        return concluded;
    }

    public UUID dispatched(UUID concluded, int concludedAgo, int ago) {
        UUID dispatched = on("intake", "FaultDispatched", concluded, ago * 60, 0, """
                "site":"%s","channel":"phone","type":"FAULT","priority":"P2","owner":"wang","customerName":"王女士","customerPhone":"13800000000",\
                "customerEmail":null,"customerLanguage":null,"productModel":"HG8245Q","productSerialNumber":"SN1","symptom":"%s","startedAt":null,"frequency":null,\
                "actionsTried":[],"steps":[],"note":null,"project":"浦东宽带","engineer":"li.ming","cycle":1""".formatted(site, symptom));
        met("intake", caseId, "dispatch", concluded, dispatched, ago * 60, concludedAgo * 60 - 600);
        started("escalation", caseId, "reply", dispatched, ago * 60, 1800);
        started("escalation", caseId, "plan", dispatched, ago * 60, 86400);
        return dispatched;
    }

    public UUID step(String type, UUID cause, int ago, String data) {
        return on("escalation", type, cause, ago * 60, 0, "\"site\":\"%s\",%s,\"cycle\":1".formatted(site, data));
    }

    public UUID late(String type, UUID cause, int ago, int recordedAgo, String data) {
        return on(
                "escalation",
                type,
                cause,
                ago * 60,
                (ago - recordedAgo) * 60,
                "\"site\":\"%s\",%s,\"cycle\":1".formatted(site, data));
    }

    public void warned(String service, String clock, UUID cause, int ago, int dueAgo) {
        clock(service, caseId, "ClockWarned", clock, cause, ago * 60, "\"dueAt\":\"%s\"".formatted(at(dueAgo * 60)));
    }

    public void breached(String service, String clock, UUID startedBy, int dueAgo) {
        clock(
                service,
                caseId,
                "ClockBreached",
                clock,
                startedBy,
                dueAgo * 60,
                "\"dueAt\":\"%s\",\"restsOn\":[\"%s\"]".formatted(at(dueAgo * 60), startedBy));
    }

    public void met(String service, String clock, UUID startedBy, UUID by, int ago, int dueAgo) {
        met(service, caseId, clock, startedBy, by, ago * 60, dueAgo * 60);
    }

    private void started(String service, String subject, String clock, UUID by, int ago, int limit) {
        clock(
                service,
                subject,
                "ClockStarted",
                clock,
                by,
                ago,
                "\"startedBy\":\"%s\",\"owedAct\":\"Act\",\"owedByRole\":\"owner\",\"opensAt\":null,\"warnAt\":\"%s\",\"dueAt\":\"%s\",\"policy\":\"standard/1\""
                        .formatted(by, at(ago - limit * 4 / 5), at(ago - limit)));
    }

    private void met(String service, String subject, String clock, UUID startedBy, UUID by, int ago, int dueAgo) {
        clock(
                service,
                subject,
                "ClockMet",
                clock,
                by,
                ago,
                "\"dueAt\":\"%s\",\"act\":\"%s\",\"marginSeconds\":%d,\"restsOn\":[\"%s\",\"%s\"]"
                        .formatted(at(dueAgo), by, ago - dueAgo, startedBy, by));
    }

    private void clock(String service, String subject, String type, String clock, UUID cause, int ago, String data) {
        String key = subject.equals(callId) ? "callId" : "subject";
        add(
                service,
                type,
                subject,
                cause,
                ago,
                0,
                "{\"clockId\":\"%s\",\"%s\":\"%s\",\"subject\":\"%s\",\"clock\":\"%s\",\"round\":1,%s}"
                        .formatted(
                                UUID.nameUUIDFromBytes((subject + service + clock).getBytes(StandardCharsets.UTF_8)),
                                key.equals("callId") ? key : "x",
                                subject,
                                subject,
                                clock,
                                data));
    }

    private UUID call(String type, @Nullable UUID cause, int ago, String data) {
        return add("intake", type, callId, cause, ago, 0, "{\"callId\":\"%s\",%s}".formatted(callId, data));
    }

    private UUID on(String service, String type, @Nullable UUID cause, int ago, int lateBy, String data) {
        return add(
                service,
                type,
                caseId,
                cause,
                ago,
                lateBy,
                "{\"caseId\":\"%s\",\"caseNumber\":\"%s\",%s}".formatted(caseId, number, data));
    }

    private Instant at(int secondsAgo) {
        return now.minusSeconds(secondsAgo);
    }

    private UUID add(
            String service, String type, String subject, @Nullable UUID cause, int ago, int lateBy, String data) {
        UUID id = UUID.randomUUID();
        entries.add(new RecordEntry(
                id,
                service,
                type,
                subject,
                at(ago),
                at(ago).plus(Duration.ofSeconds(lateBy)),
                cause,
                sequences.merge(service + subject, 1, Integer::sum),
                service.equals("escalation") ? "li.ming" : "wang",
                site,
                null,
                data.replace("\"x\":\"" + subject + "\",", "")));
        return id;
    }
}
