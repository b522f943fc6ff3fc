package io.minutebook.intake.domain.cases;

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
            Set<String> rows) implements CaseState {
        Imported with(String row) {
            SequencedSet<String> next = new LinkedHashSet<>(rows);
            next.add(row);
            return new Imported(caseNumber, source, caseKey, site, next);
        }
    }

    /** What is known of the case; nothing where it is not one of ours. */
    default Optional<CaseFile> known() {
        return switch (this) {
            case New s -> Optional.empty();
            case Imported s -> Optional.empty();
            case Registered s -> Optional.of(s.file);
            case ToDispatch s -> Optional.of(s.file);
            case Dispatched s -> Optional.of(s.file);
            case Solved s -> Optional.of(s.file);
            case Closed s -> Optional.of(s.file);
        };
    }

    /** Returns the site the case belongs to; null before it was registered, and where another system's history names none. */
    default @Nullable String site() {
        return known().map(file -> file.ref().site()).orElse(null);
    }

    /** The same phase with another file. */
    default CaseState with(CaseFile file) {
        return switch (this) {
            case New s -> this;
            case Imported s -> this;
            case Registered s -> new Registered(file);
            case ToDispatch s -> new ToDispatch(file, s.outcome);
            case Dispatched s -> new Dispatched(file, s.outcome);
            case Solved s -> new Solved(file, s.outcome);
            case Closed s -> new Closed(file);
        };
    }
}
