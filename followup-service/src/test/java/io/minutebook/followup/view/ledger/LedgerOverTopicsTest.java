package io.minutebook.followup.view.ledger;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.eventlog.LeaseCoordinator;
import io.minutebook.followup.record.ClearanceRecord;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.Story;
import io.minutebook.followup.record.Timeline;
import io.minutebook.projection.Projection;
import io.minutebook.projection.ProjectionRunners;
import io.minutebook.projection.RebuildRequests;
import io.minutebook.testing.Stand;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** On a real broker and a real database. */
class LedgerOverTopicsTest {
    private static final String OF_CASE = "{\"caseId\":\"%s\",\"caseNumber\":\"SH-1\"}".formatted(Story.CASE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Topics topics = new Topics(3);
    private final HikariDataSource database = new HikariDataSource();
    private final List<LeaseCoordinator> started = new ArrayList<>();
    private JdbcTemplate jdbc = new JdbcTemplate();
    private Ledger ledger = new Ledger(jdbc, new LedgerTables(jdbc));

    @BeforeEach
    void openLedger() {
        database.setJdbcUrl(Stand.postgres().freshDatabase("ledger"));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/projection", "classpath:db/followup")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
        ledger = new Ledger(jdbc, new LedgerTables(jdbc));
    }

    @AfterEach
    void close() {
        started.forEach(LeaseCoordinator::close);
        database.close();
        topics.close();
    }

    @Test
    void a_case_is_read_back_with_its_call_in_causal_order() {
        start();
        topics.put(story().entries());

        await().atMost(PATIENCE).until(() -> ledger.timeline(Story.CASE).lines().size() == 9);

        assertThat(ledger.timeline(Story.CASE)).isEqualTo(Timeline.of(story().entries()));
        assertThat(ledger.find(Story.CASE).orElseThrow().number()).isEqualTo("SH-1");
        assertThat(ledger.find(Story.CASE).orElseThrow().open())
                .extracting(CaseRow.Mark::clock)
                .containsExactly("reply", "plan");
    }

    @Test
    void what_comes_twice_or_before_a_restart_stands_once() {
        start();
        topics.put(story().entries().subList(0, 4));
        await().atMost(PATIENCE).until(() -> ledger.timeline(Story.CASE).lines().size() == 4);
        started.getFirst().close();
        topics.put(story().entries());
        start();

        await().atMost(PATIENCE).until(() -> ledger.timeline(Story.CASE).lines().size() == 9);
        assertThat(jdbc.queryForObject("select count(*) from ledger_entry", Long.class))
                .isEqualTo(9);
    }

    @Test
    void a_record_that_is_no_event_goes_to_the_dead_letters_and_stops_nobody() {
        topics.putRaw(topics.cases().getFirst(), Story.CASE, "{not json");
        start();
        topics.put(story().entries());

        await().atMost(PATIENCE).until(() -> ledger.timeline(Story.CASE).lines().size() == 9);
        assertThat(jdbc.queryForObject("select reason from view_dead_record", String.class))
                .isEqualTo("no header ce_time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "[1]", "{} {}", "", "\"text\"", "{\"clock\":\"reply\""})
    void a_value_that_is_no_json_object_is_set_aside_alone(String value) throws Exception {
        RecordEntry broken = after();
        topics.put(story().entries());
        topics.put(List.of(new RecordEntry(
                broken.eventId(),
                broken.service(),
                broken.type(),
                broken.subject(),
                broken.occurredAt(),
                broken.recordedAt(),
                broken.causationId(),
                broken.sequence(),
                broken.actor(),
                broken.site(),
                broken.rank(),
                value,
                broken.fields())));
        topics.put(List.of(imported(1).getFirst()));
        start();

        await().atMost(PATIENCE).until(() -> count() == 10 && dead() == 1);
        assertThat(jdbc.queryForList("select reason from view_dead_record", String.class))
                .singleElement()
                .asString()
                .startsWith("the value is no JSON");
        assertThat(rebuild()).as("records read").isEqualTo(11);
        assertThat(count()).isEqualTo(10);
        assertThat(fold(11)).containsExactlyInAnyOrderElementsOf(list().cases());
    }

    @Test
    void a_rebuild_from_the_topics_answers_the_same_byte_for_byte() throws Exception {
        start();
        topics.put(story().entries());
        topics.put(imported(3000));
        topics.putRaw(topics.cases().getFirst(), Story.CASE, "{not json");
        await().atMost(PATIENCE).until(() -> count() == 3009 && list().total() == 501);
        String before = hash();
        jdbc.update("update ledger_case set symptom = 'tampered', breaches = 7");

        assertThat(rebuild()).as("records read").isEqualTo(3010);
        assertThat(fold(3010)).containsExactlyInAnyOrderElementsOf(list().cases());

        assertThat(hash()).isEqualTo(before);
        assertThat(jdbc.queryForObject("select count(*) from view_dead_record", Long.class))
                .isEqualTo(1);
        topics.put(List.of(after()));
        await().atMost(PATIENCE).until(() -> count() == 3010);
    }

    @Test
    void only_one_of_two_instances_reads_and_the_other_takes_over() {
        ProjectionRunners one = start();
        await().atMost(PATIENCE).until(() -> one.leading().contains(LedgerProjection.NAME));
        ProjectionRunners two = start();
        topics.put(story().entries());
        await().atMost(PATIENCE).until(() -> count() == 9);
        assertThat(two.leading()).isEmpty();

        started.getFirst().close();
        topics.put(List.of(after()));

        await().atMost(PATIENCE).until(() -> count() == 10);
        assertThat(two.leading()).containsExactly(LedgerProjection.NAME);
    }

    private Collection<CaseRow> fold(int records) {
        LedgerFold fold = LedgerFold.of(Topics.settings(), topics.calls(), topics.cases(), 2);
        assertThat(fold.records()).isEqualTo(records);
        assertThat(fold.timeline(Story.CASE)).isEqualTo(ledger.timeline(Story.CASE));
        return fold.rows();
    }

    /** Returns how many records were read. */
    private long rebuild() {
        RebuildRequests rebuildRequests = new RebuildRequests(jdbc);
        rebuildRequests.request(LedgerProjection.NAME);
        await().atMost(PATIENCE)
                .until(() -> rebuildRequests.progress(LedgerProjection.NAME).state() == RebuildRequests.State.DONE);
        return rebuildRequests.progress(LedgerProjection.NAME).read();
    }

    private ProjectionRunners start() {
        Projection view = new LedgerProjection(new LedgerTables(jdbc), topics.calls(), topics.cases());
        LeaseCoordinator shares = new LeaseCoordinator(database);
        ProjectionRunners readers = new ProjectionRunners(
                List.of(view),
                database,
                new JdbcTransactionManager(database),
                InstantSource.system(),
                Topics.settings(),
                Topics.settings(),
                topics.deadLetters(),
                shares);
        started.add(shares);
        shares.start();
        return readers;
    }

    private long count() {
        return count("ledger_entry");
    }

    private long dead() {
        return count("view_dead_record");
    }

    private long count(String table) {
        Long found = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return found == null ? 0 : found;
    }

    private VisibleCases.Page list() {
        return ledger.list(new CaseSearch(
                null, null, null, null, Set.of(), null, null, null, null, Optional.empty(), false, 0, 1000));
    }

    private String hash() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (CaseRow row : list().cases()) {
            digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
            Timeline timeline = ledger.timeline(row.caseId());
            digest.update(timeline.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(ClearanceRecord.of(row.caseId(), timeline).toString().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Story story() {
        Story story = new Story().clockOf("escalation", ofMinutes(-5));
        story.call("CallReceived", "{\"callId\":\"%s\"}".formatted(Story.CALL));
        story.after(ofSeconds(10)).call("CallAnswered", "{\"callId\":\"%s\"}".formatted(Story.CALL));
        UUID registered = story.after(ofSeconds(50))
                .on(
                        "intake",
                        "CaseRegistered",
                        "{\"caseId\":\"%s\",\"caseNumber\":\"SH-1\",\"callId\":\"%s\",\"symptom\":\"无法开机 %%_\"}"
                                .formatted(Story.CASE, Story.CALL));
        UUID dispatched = story.after(ofMinutes(5)).on("intake", "FaultDispatched", registered, OF_CASE);
        story.started("escalation", "reply", dispatched, ofMinutes(30));
        story.started("escalation", "plan", dispatched, ofMinutes(1440));
        story.after(ofSeconds(30)).on("escalation", "DispatchAcknowledged", dispatched, OF_CASE);
        story.late("intake", "PromiseMade", registered, ofMinutes(3), OF_CASE);
        story.on("escalation", "ProgressReported", dispatched, OF_CASE);
        return story;
    }

    private static RecordEntry after() {
        Story story = story();
        story.after(ofMinutes(7)).on("escalation", "EngineerReplied", OF_CASE);
        return story.entries().getLast();
    }

    private static List<RecordEntry> imported(int rows) {
        List<RecordEntry> entries = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int kase = row % 500;
            entries.add(new RecordEntry(
                    new UUID(0xABCD_0000_0000_7000L, row),
                    "intake",
                    "HistoryImported",
                    new UUID(0xCAFE_0000_0000_7000L, kase).toString(),
                    Story.TEN.minus(ofMinutes(rows - row)),
                    Story.TEN,
                    null,
                    row / 500,
                    "cli",
                    null,
                    row / 500,
                    "{\"caseNumber\":\"I-%d\",\"caseKey\":\"Case %d\",\"activity\":\"Wait\",\"rank\":%d,\"attributes\":{}}"
                            .formatted(kase, kase, row / 500)));
        }
        return entries;
    }
}
