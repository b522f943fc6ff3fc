package io.minutebook.knowledge.view.search;

import io.minutebook.eventlog.AppendSignal;
import io.minutebook.eventlog.EventCodecs;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.knowledge.domain.articles.ArticleEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the index what the log says. Every instance of the service reads the log from the beginning when it starts, and then follows it: what is
 * published is found within a second.
 */
@Component
class ArticleIndexer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleIndexer.class);
    private static final String ARTICLES = "article";
    private static final int BATCH = 500;
    private static final long LOOK_AGAIN_MILLIS = 250;
    private static final long REST_MILLIS = 2_000;

    private final EventLog log;
    private final EventCodecs families;
    private final AppendSignal signal;
    private final ArticleIndex index;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Thread reader;

    ArticleIndexer(EventLog log, EventCodecs families, AppendSignal signal, ArticleIndex index) {
        this.log = log;
        this.families = families;
        this.signal = signal;
        this.index = index;
    }

    /** Waits until all is in the index that was in the log when the service started; false when that takes longer. */
    boolean complete(Duration longest) throws InterruptedException {
        return caughtUp.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void start() {
        running.set(true);
        reader = Thread.ofVirtual().name("search-index").start(this::follow);
    }

    @Override
    public void stop() {
        running.set(false);
        Thread following = reader;
        if (following != null) {
            following.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void follow() {
        LogPosition position = LogPosition.START;
        while (running.get()) {
            long seen = signal.appends();
            long pause = LOOK_AGAIN_MILLIS;
            try {
                List<EventLog.LoggedEvent> rows = log.after(position, BATCH);
                if (!rows.isEmpty()) {
                    rows.forEach(this::take);
                    index.refresh();
                    position = rows.getLast().at();
                    continue;
                }
                caughtUp.countDown();
            } catch (RuntimeException e) {
                LOG.warn("the search index tries again: {}", e.toString(), e);
                pause = REST_MILLIS;
            }
            try {
                signal.await(seen, pause);
            } catch (InterruptedException e) {
                return;
            }
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
