package io.minutebook.platform.command;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.Decider;
import io.minutebook.kernel.DomainEvent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that has a stream of its own: a call, a case, an article.
 *
 * @param name as it is stored, for ever
 * @param commands the sealed family of its commands
 * @param streamOf the id of the stream a command is for, a UUID
 * @param types the names its events are stored under
 * @param siteOf the site it belongs to; null before its first event
 * @param clocks the clocks that run on it
 * @param timerCommand makes the command for a moment of a clock that has come; null where no clock runs on it
 */
public record AggregateType<C, S, E extends DomainEvent>(
        String name,
        Class<C> commands,
        Function<C, String> streamOf,
        Decider<C, S, E> decider,
        EventCodec<E> types,
        Function<S, @Nullable String> siteOf,
        List<? extends ClockDefinition> clocks,
        @Nullable TimerCommand timerCommand) {
    /** Makes the command that looks at a clock again when a moment of it has come: it opens, warns, or is past its limit. */
    @FunctionalInterface
    public interface TimerCommand {
        Object of(String stream, String clock, int round);
    }
}
