package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockEventWrapper;
import io.minutebook.kernel.ClockStep;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to a case in intake. */
public sealed interface CaseEvent extends DomainEvent {
    /** The case exists, with its number and the owner who stays with it; the pre-processing clock runs from here. */
    @StoredAs("CaseRegistered")
    record CaseRegistered(Instant at, String caseNumber, String owner, Registration report) implements CaseEvent {}

    /** The first line has done what the manual says; where more is to be done the dispatch clock runs from here. */
    @StoredAs("PreprocessingConcluded")
    record PreprocessingConcluded(
            Instant at,
            int cycle,
            Outcome outcome,
            List<String> steps,
            List<String> articleIds,
            @Nullable String note) implements CaseEvent, ClockStep {
        public PreprocessingConcluded {
            steps = List.copyOf(steps);
            articleIds = List.copyOf(articleIds);
        }

        @Override
        public Set<CaseClock> stops() {
            return Set.of(CaseClock.PREPROCESS);
        }
    }

    /** The fault is with a project's engineer (派单), or has passed to another one (转派). */
    @StoredAs("FaultDispatched")
    record FaultDispatched(Instant at, Handover given, String project, String engineer)
            implements CaseEvent, ClockStep {
        @Override
        public Set<CaseClock> stops() {
            return Set.of(CaseClock.DISPATCH);
        }
    }

    /** The fault is with a terminal vendor; following it up stays with intake. */
    @StoredAs("VendorOrderPlaced")
    record VendorOrderPlaced(
            Instant at,
            Handover given,
            String vendor,
            @Nullable String reference) implements CaseEvent, ClockStep {
        @Override
        public Set<CaseClock> stops() {
            return Set.of(CaseClock.DISPATCH);
        }
    }

    /** The first line solved it. */
    @StoredAs("Resolved")
    record Resolved(Instant at, int cycle, @Nullable String summary) implements CaseEvent {}

    /** Another tier solved it, as escalation reports. */
    @StoredAs("ResolvedElsewhere")
    record ResolvedElsewhere(Instant at, String tier) implements CaseEvent {}

    /**
     * The customer denied that it works.
     *
     * @param cycle which run through the steps begins: 2 for the first reopening
     * @param toFirstLine whether the first line starts again with pre-processing; else those go on who had solved it
     */
    @StoredAs("CaseReopened")
    record CaseReopened(
            Instant at,
            int cycle,
            boolean toFirstLine,
            @Nullable String reason) implements CaseEvent {}

    /** The fault was cleared with the customer (销障). */
    @StoredAs("CaseClosed")
    record CaseClosed(Instant at) implements CaseEvent {}

    /** @param number the promise's place among those of its case, from 1; also the round of its clock */
    @StoredAs("PromiseMade")
    record PromiseMade(Instant at, String promiseId, int number, String text, Instant dueAt) implements CaseEvent {}

    @StoredAs("PromiseKept")
    record PromiseKept(
            Instant at,
            String promiseId,
            int number,
            @Nullable String note) implements CaseEvent {}

    /** The time a promise was due passed without its being kept; it may still be kept, late. */
    @StoredAs("PromiseBroken")
    record PromiseBroken(Instant at, String promiseId, int number, String text, Instant dueAt) implements CaseEvent {}

    @StoredAs("OwnerChanged")
    record OwnerChanged(Instant at, String from, String to, String reason) implements CaseEvent {}

    /** Another system recorded this. */
    @StoredAs("HistoryImported")
    record HistoryImported(String caseNumber, String source, String caseKey, HistoryRow row) implements CaseEvent {
        @Override
        public Instant at() {
            return row.time();
        }
    }

    /**
     * What goes along when a case is given to others.
     *
     * @param cycle which run through the steps it belongs to, from 1
     * @param owner who answers for the case then
     * @param steps what the first line had done
     */
    record Handover(
            int cycle,
            String owner,
            List<String> steps,
            @Nullable String note) {
        public Handover {
            steps = List.copyOf(steps);
        }
    }

    /** Something happened to one of the case's clocks. */
    record OnClock(ClockEvent clock) implements CaseEvent, ClockEventWrapper {
        @Override
        public Instant at() {
            return clock.at();
        }
    }
}
