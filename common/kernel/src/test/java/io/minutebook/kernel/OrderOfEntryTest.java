package io.minutebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same facts, entered in whatever order and with timers anywhere between, end in the same verdicts. */
class OrderOfEntryTest {
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final DeskClock[] CLOCKS = {DeskClock.REPLY, DeskClock.PLAN, DeskClock.SECONDS};
    private static final int STORIES = 1_500;
    private static final int ORDERS = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_order_of_entry_ends_in_the_same_verdicts(long seed) {
        Random random = new Random(seed);
        for (int story = 0; story < STORIES; story++) {
            Map<DeskEvent, UUID> facts = facts(random);
            Map<UUID, ClockEvent.ClockVerdict> expected = entered(facts, List.copyOf(facts.keySet()), random);
            for (int order = 1; order < ORDERS; order++) {
                assertThat(entered(facts, shuffled(facts, random), random))
                        .as("seed %d, story %d: %s", seed, story, facts.keySet())
                        .isEqualTo(expected);
            }
            expected.values().forEach(OrderOfEntryTest::hangsTogether);
        }
    }

    /** Met exactly where something was left, breached exactly where it was not or nobody acted, withdrawn without either. */
    private static void hangsTogether(ClockEvent.ClockVerdict verdict) {
        Long margin = verdict.marginSeconds();
        switch (verdict.status()) {
            case MET -> assertThat(margin).isNotNegative();
            case BREACHED -> assertThat(margin == null || margin < 0).isTrue();
            case WITHDRAWN -> assertThat(margin).isNull();
            case RUNNING, PAUSED -> assertThat(margin).isNull();
        }
        assertThat(verdict.act() == null).isEqualTo(margin == null);
    }

    private static Map<UUID, ClockEvent.ClockVerdict> entered(
            Map<DeskEvent, UUID> facts, List<DeskEvent> order, Random random) {
        Desk desk = new Desk();
        facts.forEach(desk::knows);
        Instant now = START.plus(Duration.ofDays(3));
        List<DeskEvent> waiting = new ArrayList<>(order);
        while (!waiting.isEmpty()) {
            List<DeskEvent> later = new ArrayList<>();
            for (DeskEvent event : waiting) {
                now = now.plusSeconds(random.nextInt(600));
                try {
                    desk.enter(now, event, "a note");
                } catch (Rejected e) {
                    assertThat(e.code()).isEqualTo("rests-on-missing");
                    later.add(event);
                }
                if (random.nextBoolean()) {
                    desk.fireAll(now.plusSeconds(random.nextInt(100)));
                }
            }
            waiting = later;
        }
        desk.fireAll(now.plus(Duration.ofDays(30)));
        Map<UUID, ClockEvent.ClockVerdict> verdicts = new LinkedHashMap<>();
        desk.standing().byId().forEach((id, clock) -> verdicts.put(id, said(clock.verdict())));
        return verdicts;
    }

    /** By when an act was due that is owed no more says nothing. */
    private static ClockEvent.ClockVerdict said(ClockEvent.ClockVerdict verdict) {
        return verdict.status() == Clocks.Status.WITHDRAWN
                ? new ClockEvent.ClockVerdict(
                        verdict.status(), verdict.at(), START, null, null, verdict.reason(), verdict.restsOn())
                : verdict;
    }

    private static List<DeskEvent> shuffled(Map<DeskEvent, UUID> facts, Random random) {
        List<DeskEvent> order = new ArrayList<>(facts.keySet());
        Collections.shuffle(order, random);
        return order;
    }

    /** In the order of their times; no two at one time, since then the order of entry says which came first. */
    private static Map<DeskEvent, UUID> facts(Random random) {
        Map<DeskEvent, UUID> facts = new LinkedHashMap<>();
        Instant at = START;
        int stops = 0;
        for (DeskClock clock : CLOCKS) {
            facts.put(new DeskEvent.Begun(at, clock), new UUID(random.nextLong(), random.nextLong()));
            at = at.plusSeconds(1 + random.nextInt(20));
        }
        int more = 2 + random.nextInt(8);
        for (int i = 0; i < more; i++) {
            at = at.plusSeconds(1 + (long) Math.pow(10, random.nextInt(5)) * random.nextInt(10));
            DeskClock clock = CLOCKS[random.nextInt(CLOCKS.length)];
            DeskEvent event = switch (random.nextInt(6)) {
                case 0 -> new DeskEvent.Begun(at, clock);
                case 1 -> new DeskEvent.Ended(at, clock, "reason-" + random.nextInt(3));
                case 2 -> new DeskEvent.Stopped(at, ++stops, random.nextBoolean() ? at.plusSeconds(7_200) : null);
                case 3 ->
                    stops == 0 ? new DeskEvent.Done(at, clock) : new DeskEvent.WentOn(at, 1 + random.nextInt(stops));
                default -> new DeskEvent.Done(at, clock);
            };
            facts.put(event, new UUID(random.nextLong(), random.nextLong()));
        }
        return facts;
    }
}
