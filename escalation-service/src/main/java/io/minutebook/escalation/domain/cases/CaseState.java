package io.minutebook.escalation.domain.cases;

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

    /** Somebody works on it, or it came back and waits for intake to pass it on. */
    record Open(CaseFile file) implements Known {
        @Override
        public Open with(CaseFile next) {
            return new Open(next);
        }
    }

    /** Solved, as far as those who worked on it can say; the customer has the last word. */
    record Resolved(CaseFile file, Solution solution) implements Known {
        @Override
        public Resolved with(CaseFile next) {
            return new Resolved(next, solution);
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
