package io.minutebook.eventlog;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What one command wants written, whole or not at all, and whether that is done.
 *
 * @param about the streams, the consumed partition and the key that it is about: no other append about one of them may share its statement
 */
record Append(
        List<EncodedEvent> events, AppendAttachments attachments, Set<Object> about, CompletableFuture<Void> durable) {
    private record Partition(String source, String topic, int number) {}

    private record Key(String caller, String key) {}

    Append(List<EncodedEvent> events, AppendAttachments attachments) {
        this(List.copyOf(events), attachments, about(events, attachments), new CompletableFuture<>());
    }

    void done() {
        durable.complete(null);
    }

    void failed(RuntimeException why) {
        durable.completeExceptionally(why);
    }

    /** Returns whether it is durable; false when nobody knows after this time. Throws why it was refused. */
    boolean within(Duration time) {
        try {
            durable.copy().orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static Set<Object> about(List<EncodedEvent> events, AppendAttachments attachments) {
        Set<Object> about = new HashSet<>();
        events.forEach(event -> about.add(event.stream()));
        attachments.timers().forEach(timer -> about.add(timer.stream()));
        if (attachments.inboxKey() instanceof InboxKey.ByPosition inboxKey) {
            about.add(new Partition(inboxKey.source(), inboxKey.topic(), inboxKey.partition()));
        } else if (attachments.inboxKey() != null) {
            about.add(attachments.inboxKey());
        }
        if (attachments.idempotencyRecord() != null) {
            about.add(new Key(
                    attachments.idempotencyRecord().caller(),
                    attachments.idempotencyRecord().key()));
        }
        return about;
    }
}
