package io.minutebook.intake.domain.calls;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Where a call stands. */
public sealed interface CallState {
    /** Nothing is recorded. */
    record New() implements CallState {}

    record Ringing(CallFile file) implements CallState {}

    record Talking(CallFile file) implements CallState {}

    /** The customer waits on the line, on hold or to be taken by whom the call goes to. */
    record Waiting(CallFile file) implements CallState {}

    record Ended(CallFile file, Instant at, Disposition disposition) implements CallState {}

    /** What is known of the call; nothing for a call nobody recorded. */
    default Optional<CallFile> known() {
        return switch (this) {
            case New s -> Optional.empty();
            case Ringing s -> Optional.of(s.file);
            case Talking s -> Optional.of(s.file);
            case Waiting s -> Optional.of(s.file);
            case Ended s -> Optional.of(s.file);
        };
    }

    /** The same phase with another file. */
    default CallState with(CallFile file) {
        return switch (this) {
            case New s -> this;
            case Ringing s -> new Ringing(file);
            case Talking s -> new Talking(file);
            case Waiting s -> new Waiting(file);
            case Ended s -> new Ended(file, s.at, s.disposition);
        };
    }

    /**
     * What is known of a call.
     *
     * @param agent who has it; null while it rings
     * @param transferredTo who is to take it; null where it is not passed on
     * @param cases the cases it is about, by id, the latest last
     * @param callback the accepted callback that belongs to no case yet
     */
    record CallFile(
            CallEvent.CallReceived received,
            @Nullable String agent,
            @Nullable String transferredTo,
            Map<String, CallEvent.CallLinked> cases,
            CallEvent.@Nullable CallbackOffered callback) {
        static CallFile of(CallEvent.CallReceived received) {
            return new CallFile(received, null, null, Map.of(), null);
        }

        /** Somebody has the call; no transfer is under way any more. */
        CallFile agent(@Nullable String next) {
            return new CallFile(received, next, null, cases, callback);
        }

        CallFile transferredTo(String next) {
            return new CallFile(received, agent, next, cases, callback);
        }

        /** The case it was linked to last. */
        public Optional<CallEvent.CallLinked> lastCase() {
            return cases.values().stream().reduce((earlier, later) -> later);
        }

        CallFile linked(CallEvent.CallLinked link) {
            SequencedMap<String, CallEvent.CallLinked> next = new LinkedHashMap<>(cases);
            next.put(link.caseId(), link);
            return new CallFile(received, agent, transferredTo, next, callback);
        }

        CallFile callback(CallEvent.@Nullable CallbackOffered next) {
            return new CallFile(received, agent, transferredTo, cases, next);
        }
    }
}
