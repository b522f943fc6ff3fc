package io.minutebook.followup.page.cases;

import io.minutebook.eventlog.BackgroundLoop;
import io.minutebook.followup.view.ledger.VisibleCases;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Notifies those who look at a case that it has grown, whichever instance of the service wrote it down. */
@Component
final class CaseUpdates implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofMillis(400);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int BREATH = 40;

    private record Watcher(String caseId, SseEmitter to) {}

    private final VisibleCases cases;
    private final Map<Watcher, Integer> seen = new ConcurrentHashMap<>();
    private final BackgroundLoop loop =
            new BackgroundLoop(Thread.ofVirtual().name("live-cases"), EVERY, LONGEST_PAUSE, this::look);
    private int round;

    CaseUpdates(VisibleCases cases) {
        this.cases = cases;
    }

    /** @param known how many entries the watcher has already */
    SseEmitter watch(String caseId, int known) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Watcher watcher = new Watcher(caseId, emitter);
        emitter.onCompletion(() -> seen.remove(watcher));
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> seen.remove(watcher));
        seen.put(watcher, known);
        send(watcher, SseEmitter.event().comment("watching"));
        return emitter;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(STOP_WITHIN);
        seen.keySet().forEach(watcher -> watcher.to().complete());
        seen.clear();
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }

    private void look() throws InterruptedException {
        if (!seen.isEmpty()) {
            tell(++round % BREATH == 0);
        }
        loop.pause(EVERY);
    }

    private void tell(boolean breathe) {
        Map<String, Integer> entries =
                cases.entries(seen.keySet().stream().map(Watcher::caseId).collect(Collectors.toSet()));
        for (Watcher watcher : Set.copyOf(seen.keySet())) {
            Integer now = entries.getOrDefault(watcher.caseId(), 0);
            Integer before = seen.get(watcher);
            if (before != null && !now.equals(before)) {
                seen.replace(watcher, now);
                send(watcher, SseEmitter.event().name("changed").data(now));
            } else if (breathe) {
                send(watcher, SseEmitter.event().comment(""));
            }
        }
    }

    private void send(Watcher watcher, SseEmitter.SseEventBuilder event) {
        try {
            watcher.to().send(event);
        } catch (IOException | IllegalStateException gone) {
            seen.remove(watcher);
        }
    }
}
