package io.minutebook.eventlog;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What one command wants written, whole or not at all, and whether that is done. */
record Append(List<NewEvent> events, AppendNotes notes, CompletableFuture<Void> durable) {
    Append(List<NewEvent> events, AppendNotes notes) {
        this(List.copyOf(events), notes, new CompletableFuture<>());
    }

    void done() {
        durable.complete(null);
    }

    void failed(RuntimeException why) {
        durable.completeExceptionally(why);
    }

    List<UUID> streams() {
        return events.stream().map(NewEvent::stream).distinct().toList();
    }

    void await() {
        try {
            durable.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
