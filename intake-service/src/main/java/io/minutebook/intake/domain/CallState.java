package io.minutebook.intake.domain;

import io.minutebook.kernel.Clocks;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a call stands. */
public sealed interface CallState {
    /** Nothing is recorded. */
    record New() implements CallState {}

    record Ringing(CallFile file) implements CallState {}

    record Talking(CallFile file) implements CallState {}

    /** The customer waits on the line. */
    record Held(CallFile file) implements CallState {}

    record Ended(CallFile file, Instant at, Disposition disposition) implements CallState {}

    /** What is known of the call; nothing for a call nobody recorded. */
    default Optional<CallFile> known() {
        return switch (this) {
            case New() -> Optional.empty();
            case Ringing(CallFile file) -> Optional.of(file);
            case Talking(CallFile file) -> Optional.of(file);
            case Held(CallFile file) -> Optional.of(file);
            case Ended(CallFile file, Instant _, Disposition _) -> Optional.of(file);
        };
    }

    /** The same phase with another file. */
    default CallState with(CallFile file) {
        return switch (this) {
            case New() -> this;
            case Ringing _ -> new Ringing(file);
            case Talking _ -> new Talking(file);
            case Held _ -> new Held(file);
            case Ended ended -> new Ended(file, ended.at, ended.disposition);
        };
    }

    /**
     * What is known of a call.
     *
     * @param agent who has it; null while it rings
     * @param cases the cases it is about
     * @param callback the accepted callback that belongs to no case yet
     */
    record CallFile(
            CallEvent.CallReceived received,
            @Nullable String agent,
            Set<String> cases,
            CallEvent.@Nullable CallbackOffered callback,
            Clocks clocks) {
        static CallFile of(CallEvent.CallReceived received) {
            return new CallFile(received, null, Set.of(), null, Clocks.none());
        }

        CallFile agent(@Nullable String next) {
            return new CallFile(received, next, cases, callback, clocks);
        }

        CallFile linked(String caseId) {
            SequencedSet<String> next = new LinkedHashSet<>(cases);
            next.add(caseId);
            return new CallFile(received, agent, next, callback, clocks);
        }

        CallFile callback(CallEvent.@Nullable CallbackOffered next) {
            return new CallFile(received, agent, cases, next, clocks);
        }

        CallFile clocks(Clocks next) {
            return new CallFile(received, agent, cases, callback, next);
        }
    }
}
