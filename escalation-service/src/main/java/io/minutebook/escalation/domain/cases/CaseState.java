package io.minutebook.escalation.domain.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a case stands. */
public sealed interface CaseState {
    /** Intake has not passed the case on, or the news of it has not arrived. */
    record Unknown() implements CaseState {}

    /** A case that was passed on. */
    sealed interface Known extends CaseState {
        CaseFile file();

        Known with(CaseFile next);
    }

    /** Somebody works on it. */
    sealed interface Open extends Known {
        /** The published event by which they got it. */
        UUID heardFrom();

        @Override
        Open with(CaseFile next);

        /** The same hands in a new cycle. */
        Open again(CaseFile next);
    }

    /** An engineer has it. */
    record Dispatched(CaseFile file, String project, String engineer, boolean acknowledged, UUID heardFrom)
            implements Open {
        @Override
        public Dispatched with(CaseFile next) {
            return new Dispatched(next, project, engineer, acknowledged, heardFrom);
        }

        @Override
        public Dispatched again(CaseFile next) {
            return new Dispatched(next, project, engineer, false, heardFrom);
        }

        Dispatched seen() {
            return new Dispatched(file, project, engineer, true, heardFrom);
        }
    }

    /** The terminal's vendor has it; intake tracks it. */
    record AtVendor(CaseFile file, String vendor, @Nullable String reference, UUID heardFrom) implements Open {
        @Override
        public AtVendor with(CaseFile next) {
            return new AtVendor(next, vendor, reference, heardFrom);
        }

        @Override
        public AtVendor again(CaseFile next) {
            return with(next);
        }
    }

    /** Solved, as far as those who worked on it can say; the customer has the last word. */
    record Resolved(Open before, Tier tier, Instant at) implements Known {
        @Override
        public CaseFile file() {
            return before.file();
        }

        @Override
        public Resolved with(CaseFile next) {
            return new Resolved(before.with(next), tier, at);
        }
    }

    /** Cleared with the customer: nothing more happens here. */
    record Cleared(Known before) implements Known {
        @Override
        public CaseFile file() {
            return before.file();
        }

        @Override
        public Cleared with(CaseFile next) {
            return new Cleared(before.with(next));
        }
    }

    /** Returns the site the case belongs to; null before it was dispatched. */
    default @Nullable String site() {
        return this instanceof Known known ? known.file().ref().site() : null;
    }
}
