package io.minutebook.eventlog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What one command wants written, whole or not at all, and whether that is done.
 *
 * @param about the streams, the partition heard and the key that it is about: no other append about one of them may share its statement
 */
record Append(List<NewEvent> events, AppendNotes notes, Set<Object> about, CompletableFuture<Void> durable) {
    private record Partition(String source, String topic, int number) {}

    private record Key(String caller, String key) {}

    Append(List<NewEvent> events, AppendNotes notes) {
        this(List.copyOf(events), notes, about(events, notes), new CompletableFuture<>());
    }

    void done() {
        durable.complete(null);
    }

    void failed(RuntimeException why) {
        durable.completeExceptionally(why);
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

    private static Set<Object> about(List<NewEvent> events, AppendNotes notes) {
        Set<Object> about = new HashSet<>();
        events.forEach(event -> about.add(event.stream()));
        notes.timers().forEach(timer -> about.add(timer.stream()));
        if (notes.heard() instanceof Heard.InOrder heard) {
            about.add(new Partition(heard.source(), heard.topic(), heard.partition()));
        } else if (notes.heard() != null) {
            about.add(notes.heard());
        }
        if (notes.receipt() != null) {
            about.add(new Key(notes.receipt().caller(), notes.receipt().key()));
        }
        return about;
    }
}
