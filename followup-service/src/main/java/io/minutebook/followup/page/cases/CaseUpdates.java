package io.minutebook.followup.page.cases;

import io.minutebook.followup.view.ledger.VisibleCases;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Notifies those who look at a case that it has grown, whichever instance of the service wrote it down. */
@Component
final class CaseUpdates implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CaseUpdates.class);
    private static final Duration EVERY = Duration.ofMillis(400);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int BREATH = 40;

    private record Watcher(String caseId, SseEmitter to) {}

    private final VisibleCases cases;
    private final Map<Watcher, Integer> seen = new ConcurrentHashMap<>();
    private final Object pause = new Object();
    private volatile boolean running;

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
        running = true;
        Thread.ofVirtual().name("live-cases").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        synchronized (pause) {
            pause.notifyAll();
        }
        seen.keySet().forEach(watcher -> watcher.to().complete());
        seen.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        int round = 0;
        while (running) {
            synchronized (pause) {
                try {
                    pause.wait(EVERY.toMillis());
                } catch (InterruptedException stopped) {
                    return;
                }
            }
            if (!seen.isEmpty()) {
                tell(++round % BREATH == 0);
            }
        }
    }

    private void tell(boolean breathe) {
        Map<String, Integer> entries;
        try {
            entries = cases.entries(seen.keySet().stream().map(Watcher::caseId).collect(Collectors.toSet()));
        } catch (DataAccessException | TransactionException later) {
            LOG.debug("the ledger cannot be asked", later);
            return;
        }
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
