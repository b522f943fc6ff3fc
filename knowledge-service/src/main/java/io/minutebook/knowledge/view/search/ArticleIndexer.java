package io.minutebook.knowledge.view.search;

import io.minutebook.eventlog.AppendSignal;
import io.minutebook.eventlog.BackgroundLoop;
import io.minutebook.eventlog.EventCodecs;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.knowledge.domain.articles.ArticleEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the index what the log says. Every instance of the service reads the log from the beginning when it starts, and then follows it: what is
 * published is found within a second.
 */
@Component
public class ArticleIndexer implements SmartLifecycle {
    private static final String ARTICLES = "article";
    private static final int BATCH = 500;
    private static final long LOOK_AGAIN_MILLIS = 250;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final EventLog log;
    private final EventCodecs families;
    private final AppendSignal signal;
    private final ArticleIndex index;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final BackgroundLoop loop =
            new BackgroundLoop(Thread.ofVirtual().name("search-index"), AFTER_FAILURE, AFTER_FAILURE, this::follow);
    private LogPosition position = LogPosition.START;

    ArticleIndexer(EventLog log, EventCodecs families, AppendSignal signal, ArticleIndex index) {
        this.log = log;
        this.families = families;
        this.signal = signal;
        this.index = index;
    }

    /** Waits until all is in the index that was in the log when the service started; false when that takes longer. */
    public boolean complete(Duration longest) throws InterruptedException {
        return caughtUp.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(STOP_WITHIN, signal::appended);
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }

    private void follow() throws InterruptedException {
        long seen = signal.appends();
        List<EventLog.LoggedEvent> rows = log.after(position, BATCH);
        if (rows.isEmpty()) {
            caughtUp.countDown();
            signal.await(seen, LOOK_AGAIN_MILLIS);
        } else {
            rows.forEach(this::take);
            index.refresh();
            position = rows.getLast().at();
        }
    }

    private void take(EventLog.LoggedEvent row) {
        if (!row.event().subject().equals(ARTICLES)) {
            return;
        }
        StoredEvent<ArticleEvent> stored = families.decode(row.event());
        switch (stored.event()) {
            case ArticleEvent.ArticleDrafted e -> {}
            case ArticleEvent.ArticlePublished e -> index.put(stored.stream(), e.content());
            case ArticleEvent.ArticleRevised e -> {
                if (e.published()) {
                    index.put(stored.stream(), e.content());
                }
            }
            case ArticleEvent.ArticleRetired e -> index.remove(stored.stream());
        }
    }
}
