package io.minutebook.bench.kill.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command as its client remembers it.
 *
 * @param walk whose life it belongs to: a case with its call
 * @param order its place among the walk's commands; each was sent after the one before it had its answer
 * @param stream the case or call it was given to; null for one that makes a new one and was never answered
 * @param mark a text nobody else ever says, which comes back in the command's effects; null where the command carries no text
 * @param effects the names of the events it must have caused, each once
 */
public record Sent(
        String walk,
        int order,
        String service,
        @Nullable String stream,
        @Nullable String mark,
        List<String> effects,
        Outcome outcome,
        String answer) {
    /** What the client knows. */
    public enum Outcome {
        /** The service said that it is recorded. */
        ACKNOWLEDGED,
        /** The service said no. */
        REFUSED,
        /** No answer, or none that settles it: it may have happened once, or not at all. */
        UNKNOWN
    }

    public Sent {
        effects = List.copyOf(effects);
    }

    /** The same, had it been answered otherwise. */
    public Sent with(Outcome other) {
        return new Sent(walk, order, service, stream, mark, effects, other, answer);
    }

    @Override
    public String toString() {
        return service + " " + effects + " of " + walk + "#" + order + " (" + (mark == null ? stream : mark) + ")";
    }
}
