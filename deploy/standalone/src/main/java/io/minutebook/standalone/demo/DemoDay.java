package io.minutebook.standalone.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays a day of the hotline into an empty log. The clock goes back twelve hours (and some days more for the surveys)
 * and hurries from one thing that happens to the next, so that every clock of every case really runs, warns and breaks.
 */
public final class DemoDay {
    private static final long SEED = 20_260_101;
    private static final Duration DAY = Duration.ofHours(12);
    private static final Duration DAYS_BEFORE = Duration.ofDays(4);
    private static final int CALLS = 210;
    private static final int CALLS_BEFORE = 6;
    private static final double LIVELY = 300;
    private static final double DAYS_AGO = 600;
    private static final double OVERNIGHT = 20_000;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final ZoneId SHOWN_IN = ZoneId.of("Asia/Shanghai");

    /** Something to be done at a moment; equal moments go in the order they were thought of. */
    private record Turn(Instant at, int order, Scene scene, int beat) {}

    private final URI origin;
    private final CatchingUpClock clock;
    private final Consumer<String> say;
    private final PublicApi api;
    private final Library library;
    private final Random chance = new Random(SEED);
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(Turn::order));
    private final Map<String, Scene> shown = new LinkedHashMap<>();
    private int order;
    private int scenes;

    private DemoDay(URI origin, CatchingUpClock clock, Consumer<String> say) {
        this.origin = origin;
        this.clock = clock;
        this.say = say;
        this.api = new PublicApi(origin);
        this.library = new Library(api);
    }

    /** Returns once the clock has caught up with the real time, or at once where there is a log already. */
    public static void play(URI origin, CatchingUpClock clock, Consumer<String> say) throws InterruptedException {
        DemoDay day = new DemoDay(origin, clock, say);
        if (day.somethingIsThere()) {
            say.accept("The demo day is played into an empty log only; this one has cases. 日志中已有工单，不再演示");
            return;
        }
        try {
            day.play();
        } catch (PublicApi.Unreachable e) {
            say.accept("The demo day was broken off. 演示中断");
        }
    }

    private boolean somethingIsThere() throws InterruptedException {
        return !api.get("/api/followup/cases").path("cases").isEmpty();
    }

    private void play() throws InterruptedException {
        say.accept("Demo day: " + CALLS + " calls and cases at four sites, a few minutes. 演示开始，约需几分钟");
        clock.setBack(DAY.plus(DAYS_BEFORE));
        library.open();
        Instant first = clock.instant().plusSeconds(60);
        Instant morning = first.plus(DAYS_BEFORE);
        for (int i = 0; i < CALLS_BEFORE; i++) {
            Story story = i % 2 == 0 ? Stories.SOLVED_AT_ONCE : Stories.SMOOTH;
            Beat survey = new Beat(DAYS_BEFORE, Scene::answerSurvey);
            begin(i == 0 ? story : story.then(survey), first.plusSeconds(i * 600L));
        }
        for (int i = 0; i < CALLS; i++) {
            begin(story(), morning.plusSeconds(chance.nextLong(DAY.toSeconds())));
        }
        run(morning);
        await(Instant.now().plus(DAY), LIVELY);
        say.accept("Demo day: " + api.steps() + " steps played, " + api.refused()
                + " refused. Surveys of today's cases go out on the next working day. 演示完成；今日工单的满意度调查于下一工作日发出");
        shown.forEach((story, scene) -> say.accept(
                "  " + scene.caseNumber() + "  " + story + "\n      " + origin + "/followup/cases/" + scene.caseId()));
    }

    private void begin(Story story, Instant at) {
        turns.add(new Turn(at, order++, new Scene(api, clock, library, story, ++scenes, chance), 0));
    }

    private Story story() {
        int weights = Stories.ALL.stream().mapToInt(Story::weight).sum();
        int drawn = chance.nextInt(weights);
        for (Story story : Stories.ALL) {
            drawn -= story.weight();
            if (drawn < 0) {
                return story;
            }
        }
        throw new IllegalStateException("weights");
    }

    /** Plays turn after turn until none is left or the next one lies ahead of the real time. */
    private void run(Instant morning) throws InterruptedException {
        Instant said = morning;
        while (!turns.isEmpty()) {
            Turn turn = turns.remove();
            boolean idle = clock.instant().plus(Duration.ofHours(1)).isBefore(turn.at());
            await(turn.at(), idle ? OVERNIGHT : turn.at().isBefore(morning) ? DAYS_AGO : LIVELY);
            if (clock.instant().isBefore(turn.at())) {
                return;
            }
            play(turn);
            if (!turn.at().isBefore(said)) {
                said = turn.at().plus(Duration.ofHours(1));
                say.accept("  " + HOUR.format(turn.at().atZone(SHOWN_IN)) + "  " + api.steps() + " steps 步");
            }
        }
    }

    private void play(Turn turn) throws InterruptedException {
        List<Beat> beats = turn.scene().story().beats();
        beats.get(turn.beat()).act().play(turn.scene());
        int next = turn.beat() + 1;
        if (next < beats.size()) {
            turns.add(new Turn(turn.at().plus(loosely(beats.get(next).after())), order++, turn.scene(), next));
        } else if (!turn.scene().caseNumber().isEmpty()) {
            shown.putIfAbsent(turn.scene().story().name(), turn.scene());
        }
    }

    /** People are not punctual: up to a tenth more or less, and five minutes at most. */
    private Duration loosely(Duration time) {
        long most = Math.min(time.toMillis() / 10, Duration.ofMinutes(5).toMillis());
        return time.plusMillis((long) (most * (2 * chance.nextDouble() - 1)));
    }

    private void await(Instant moment, double speed) throws InterruptedException {
        clock.hurryTo(moment, speed);
        while (clock.instant().isBefore(moment) && !clock.caughtUp()) {
            TimeUnit.NANOSECONDS.sleep(clock.until(moment).toNanos() + 1_000);
        }
    }
}
