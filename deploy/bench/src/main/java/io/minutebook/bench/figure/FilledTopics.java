package io.minutebook.bench.figure;

import io.minutebook.bench.raw.RecordClones;
import io.minutebook.bench.raw.Topic;
import io.minutebook.bench.stand.Server;
import io.minutebook.bench.stand.Stage;
import io.minutebook.bench.stand.World;
import io.minutebook.contract.Topics;
import io.minutebook.followup.FollowupApplication;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Topics full of whole lives of cases, and nobody at work any more. */
final class FilledTopics extends World {
    private static final Duration READING = Duration.ofMinutes(10);

    private final long records;
    private @Nullable Server followup;

    private FilledTopics(Stage stage) throws Exception {
        super(stage);
        try (var service = Here.over(this, freshDatabase("library"))) {
            service.live(stage.pace().cases() / 2);
        }
        try (var topic = new Topic(kafka(), Topics.ESCALATION_CASES)) {
            RecordClones.fill(kafka(), topic, stage.pace().backlog());
            records = topic.size();
        }
    }

    /** The one that runs, or a new one. */
    static FilledTopics of(Stage stage) throws Exception {
        return stage.world(FilledTopics.class, () -> new FilledTopics(stage));
    }

    long records() {
        return records;
    }

    /** The followup service, which has read all of it. */
    Server followup() throws Exception {
        if (followup == null) {
            var started = keep(Server.start(this, FollowupApplication.class, "followup", home()));
            started.process().await(READING, () -> LedgerCopy.entries(started.database()) >= records);
            followup = started;
        }
        return followup;
    }
}
