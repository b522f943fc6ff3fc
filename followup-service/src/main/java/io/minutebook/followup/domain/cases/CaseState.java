package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.Rejected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a case stands in followup. */
public sealed interface CaseState {
    /** Its registration has not arrived from intake. */
    record Unknown() implements CaseState {}

    /** A case whose registration has arrived. */
    sealed interface Known extends CaseState {
        CaseFile file();

        /** Who solved the case in this cycle, if anybody said so. */
        @Nullable
        Resolution resolution();
    }

    /** Being worked on, for the first time or again. */
    record Open(CaseFile file) implements Known {
        @Override
        public @Nullable Resolution resolution() {
            return null;
        }
    }

    /** Somebody says it is solved; the customer has not been asked yet. */
    record Resolved(CaseFile file, Resolution resolution) implements Known {}

    /** Solved, and the customer says that it works. */
    record Restored(CaseFile file, Resolution resolution, CallbackWay how, Instant confirmedAt) implements Known {}

    /** Cleared with the customer (销障). */
    record Cleared(CaseFile file, Resolution resolution, Instant confirmedAt, Instant clearedAt) implements Known {}

    /**
     * Who solved it and when; the event is the other service's.
     *
     * @param solver the person; null where nobody is named
     * @param firstLine whether that was the first line
     */
    record Resolution(
            UUID event, @Nullable String tier, @Nullable String solver, boolean firstLine, Instant at) {}

    /** @throws Rejected for now, where the registration of the case has not arrived: a person tries again, a message is delivered again */
    static Known known(CaseState state) {
        return switch (state) {
            case Unknown ignored ->
                throw Rejected.notYet("case-not-known-yet", "Followup has not been told of this case yet; try again.");
            case Known known -> known;
        };
    }

    /** Returns the site the case belongs to; null before it was registered. */
    default @Nullable String site() {
        return switch (this) {
            case Unknown unknown -> null;
            case Known known -> known.file().ref().site();
        };
    }
}
