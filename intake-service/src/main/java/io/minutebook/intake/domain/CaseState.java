package io.minutebook.intake.domain;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a case stands in intake. */
public sealed interface CaseState {
    /** Nothing is recorded. */
    record New() implements CaseState {}

    /** The first line works on it by the manual. */
    record Registered(CaseFile file) implements CaseState {}

    /** Pre-processing has ended, and somebody else is to be given the case. */
    record ToDispatch(CaseFile file, Outcome outcome) implements CaseState {}

    /** It is with an engineer or a vendor. */
    record Dispatched(CaseFile file, Outcome outcome) implements CaseState {}

    /** @param outcome SOLVED where intake itself solved it, else where the case had gone */
    record Solved(CaseFile file, Outcome outcome) implements CaseState {}

    /** The customer has confirmed, and the fault is cleared. */
    record Closed(CaseFile file) implements CaseState {}

    /**
     * Another system's case, of which only history is kept.
     *
     * @param rows the identities of the rows that are in
     */
    record Imported(
            String caseNumber,
            String source,
            String caseKey,
            @Nullable String site,
            Set<String> rows)
            implements CaseState {
        Imported with(String row) {
            SequencedSet<String> next = new LinkedHashSet<>(rows);
            next.add(row);
            return new Imported(caseNumber, source, caseKey, site, next);
        }
    }

    /** What is known of the case; nothing where it is not one of ours. */
    default Optional<CaseFile> known() {
        return switch (this) {
            case New _, Imported _ -> Optional.empty();
            case Registered(CaseFile file) -> Optional.of(file);
            case ToDispatch(CaseFile file, Outcome _) -> Optional.of(file);
            case Dispatched(CaseFile file, Outcome _) -> Optional.of(file);
            case Solved(CaseFile file, Outcome _) -> Optional.of(file);
            case Closed(CaseFile file) -> Optional.of(file);
        };
    }

    /** The same phase with another file. */
    default CaseState with(CaseFile file) {
        return switch (this) {
            case New _, Imported _ -> this;
            case Registered _ -> new Registered(file);
            case ToDispatch(CaseFile _, Outcome outcome) -> new ToDispatch(file, outcome);
            case Dispatched(CaseFile _, Outcome outcome) -> new Dispatched(file, outcome);
            case Solved(CaseFile _, Outcome outcome) -> new Solved(file, outcome);
            case Closed _ -> new Closed(file);
        };
    }
}
