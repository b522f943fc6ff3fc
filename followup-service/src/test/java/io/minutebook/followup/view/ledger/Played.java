package io.minutebook.followup.view.ledger;

import static org.awaitility.Awaitility.await;

import io.minutebook.followup.Followup;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.Scene;
import io.minutebook.followup.record.Story;
import io.minutebook.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** What the running service has heard before the tests ask it: a late case, a calm one, twenty imported. Once a process. */
public final class Played {
    private static final Topics TOPICS = Topics.real();
    private static final Scene LATE = new Scene("SH-20260302-0007", "shanghai");
    private static boolean played;

    /** The late case, once all of it is in the ledger. */
    public static synchronized Scene late() {
        if (!played) {
            play();
            played = true;
        }
        return LATE;
    }

    private static void play() {
        UUID registered = LATE.called(62).registered(58, "光猫 LOS 灯闪烁，家里完全无法上网，电视也看不了");
        UUID concluded = LATE.concluded(registered, 58, 45);
        UUID dispatched = LATE.dispatched(concluded, 45, 41);
        UUID acknowledged =
                LATE.step("DispatchAcknowledged", dispatched, 38, "\"project\":\"浦东宽带\",\"engineer\":\"li.ming\"");
        LATE.late("ProgressReported", acknowledged, 30, 12, "\"note\":\"已到小区，等物业开弱电间\"");
        LATE.warned("escalation", "reply", dispatched, 17, 11);
        LATE.breached("escalation", "reply", dispatched, 11);
        Scene calm = new Scene("BJ-20260302-0113", "beijing");
        UUID done = calm.concluded(calm.called(30).registered(27, "IPTV 偶尔花屏"), 27, 8);
        calm.dispatched(done, 8, 5);
        TOPICS.put(history());
        TOPICS.put(calm.entries());
        TOPICS.put(LATE.entries());
        until(() -> list("status=IMPORTED").path("total").asInt() == 20);
        until(() -> list("number=BJ-20260302-0113")
                        .path("cases")
                        .path(0)
                        .path("entries")
                        .asInt()
                == calm.entries().size());
        until(() -> list("number=SH-20260302-0007")
                        .path("cases")
                        .path(0)
                        .path("entries")
                        .asInt()
                == LATE.entries().size());
    }

    private Played() {}

    public static void tell(RecordEntry entry) {
        TOPICS.put(List.of(entry));
    }

    private static void until(Callable<Boolean> noted) {
        await().atMost(Duration.ofSeconds(60)).until(noted);
    }

    private static JsonNode list(String query) {
        return Followup.running().getJson("/api/followup/cases?" + query, TestTokens.token("chen", "supervisor"));
    }

    /** Twenty cases of three rows, two of which are the same. */
    private static List<RecordEntry> history() {
        List<RecordEntry> rows = new ArrayList<>();
        for (int kase = 0; kase < 20; kase++) {
            String caseId = new UUID(0xFEED_0000_0000_7000L, 0x8000_0000_0000_0000L + kase).toString();
            for (int rank = 2; rank >= 0; rank--) {
                rows.add(new RecordEntry(
                        UUID.randomUUID(),
                        "intake",
                        "HistoryImported",
                        caseId,
                        Instant.parse("2012-10-09T14:50:00Z"),
                        Story.TEN,
                        null,
                        2 - rank,
                        "cli",
                        "rome",
                        rank,
                        """
                        {"caseId":"%s","caseNumber":"IM-%d","source":"helpdesk","caseKey":"Case %d","activity":"%s","rank":%d,"row":%d,"copy":%d,\
                        "resource":"Value 1","group":null,"level":null,"priority":null,"site":"rome","product":null,"step":null,\
                        "attributes":{"seriousness":"Value 2","level":"x"}}""".formatted(
                                caseId, kase, kase, rank == 0 ? "Wait, 等待" : "Close", rank, rank, rank == 2 ? 1 : 0)));
            }
        }
        return rows;
    }
}
