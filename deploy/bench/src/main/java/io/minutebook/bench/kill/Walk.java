package io.minutebook.bench.kill;

import io.minutebook.bench.kill.judge.Marks;
import io.minutebook.bench.kill.judge.Sent;
import io.minutebook.bench.kill.judge.Sent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The life of one case, from the first ring to its clearance, one step after the other; a step is asked for until it has its answer. */
final class Walk {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_REPORTS = 4;
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration FIRST_REST = Duration.ofMillis(250);
    private static final Duration LONGEST_REST = Duration.ofSeconds(8);

    private final String name;
    private final List<LifeStep> steps;
    private int at;
    private boolean asked;
    private @Nullable String callId;
    private @Nullable String caseId;
    private Instant again = Instant.MIN;
    private Duration rest = FIRST_REST;

    Walk(String name, RandomGenerator random) {
        this.name = name;
        this.steps = life(random);
    }

    private static List<LifeStep> life(RandomGenerator random) {
        List<LifeStep> life = new ArrayList<>(List.of(
                LifeStep.RING,
                LifeStep.ANSWER,
                LifeStep.REGISTER,
                LifeStep.PREPROCESS,
                LifeStep.DISPATCH,
                LifeStep.END,
                LifeStep.ACKNOWLEDGE));
        for (int report = random.nextInt(MOST_REPORTS); report >= 0; report--) {
            life.add(LifeStep.PROGRESS);
        }
        boolean escalated = random.nextBoolean();
        if (escalated) {
            life.addAll(List.of(LifeStep.ESCALATE, LifeStep.PROGRESS, LifeStep.EXPERT));
        }
        LifeStep plan = escalated ? LifeStep.PLAN : LifeStep.PLAN_IN_REPLY;
        life.addAll(List.of(
                random.nextBoolean() ? LifeStep.REPLY : plan,
                LifeStep.PROGRESS,
                LifeStep.RESOLVE,
                LifeStep.CALL_BACK,
                LifeStep.CLEAR));
        return List.copyOf(life);
    }

    boolean over() {
        return at == steps.size();
    }

    /** A command is out whose answer is not settled. */
    boolean waiting() {
        return asked;
    }

    boolean mayAsk(Instant now) {
        return !over() && !again.isAfter(now);
    }

    Instant again() {
        return again;
    }

    /** Nobody answered: ask again soon. */
    void unanswered(Instant now) {
        again = now.plus(SOON);
    }

    /** The service has not heard of the case yet: ask again later, and ever later. */
    void tooEarly(Instant now) {
        again = now.plus(rest);
        rest = rest.compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : rest;
    }

    LifeStep step() {
        return steps.get(at);
    }

    String mark() {
        return Marks.of(name + "." + at);
    }

    String path() {
        return filled(step().path());
    }

    String body() {
        return filled(step().body()).replace('\'', '"');
    }

    private String filled(String text) {
        return text.replace("CALL", String.valueOf(callId))
                .replace("CASE", String.valueOf(caseId))
                .replace("MARK", mark());
    }

    /** It was sent; whether it was done nobody knows yet. */
    Sent asked() {
        asked = true;
        return sent(Outcome.UNKNOWN, "");
    }

    /** It is settled; the walk goes on, or ends here where the service said no. */
    Sent settled(Door.Answer answer) {
        asked = false;
        rest = FIRST_REST;
        if (answer.done()) {
            if (step().equals(LifeStep.RING)) {
                callId = JSON.readTree(answer.body()).get("callId").asString();
            }
            if (step().equals(LifeStep.REGISTER)) {
                caseId = JSON.readTree(answer.body()).get("caseId").asString();
            }
        }
        Sent sent = sent(answer.done() ? Outcome.ACKNOWLEDGED : Outcome.REFUSED, answer.status() + " " + answer.body());
        at = answer.done() ? at + 1 : steps.size();
        return sent;
    }

    private Sent sent(Outcome outcome, String answer) {
        String path = step().path();
        String stream = step().equals(LifeStep.RING) || path.startsWith("calls/") ? callId : caseId;
        return new Sent(
                name, at, step().service(), stream, step().marked() ? mark() : null, step().effects(), outcome, answer);
    }
}
