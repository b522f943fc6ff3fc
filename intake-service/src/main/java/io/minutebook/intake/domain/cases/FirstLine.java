package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.Stated;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the first line does with a case: registration, pre-processing by the manual, dispatch. */
final class FirstLine {
    private FirstLine() {}

    static void register(CaseCommand.RegisterCase c, FactRecorder<CaseState, CaseEvent> facts) {
        List<String> missing = c.registration().missing();
        if (!missing.isEmpty()) {
            throw new Rejected("report-incomplete", "Needed for this type of case: " + String.join(", ", missing));
        }
        Instant stated = c.stated().occurredAt();
        facts.record(new CaseEvent.CaseRegistered(
                stated == null ? facts.decision().now() : stated,
                new CaseRef(c.caseId(), c.caseNumber(), c.registration().site(), 1),
                c.owner(),
                c.registration()));
    }

    static void conclude(CaseCommand.ConcludePreprocessing c, FactRecorder<CaseState, CaseEvent> facts) {
        Instant at = afterReopening(Phases.when(c.stated(), facts), facts);
        CaseFile file = Phases.ours(facts.asOf(at));
        UUID concluded = facts.record(new CaseEvent.PreprocessingConcluded(
                at, file.ref(), file.type(), c.outcome(), c.steps(), c.articleIds(), c.note()));
        if (c.outcome() == Outcome.SOLVED) {
            facts.record(new CaseEvent.Resolved(at, file.ref(), file.owner(), summary(c)), concluded);
        }
    }

    /** A time within the minute of the reopening, but before it, counts as that of the reopening. */
    private static Instant afterReopening(Instant at, FactRecorder<CaseState, CaseEvent> facts) {
        return facts.asOf(at) instanceof CaseState.Solved
                ? Phases.next(CaseEvent.CaseReopened.class, at, facts)
                        .map(Fact::at)
                        .filter(reopened -> !StepTime.isEarlier(at, reopened))
                        .orElse(at)
                : at;
    }

    static void check(CaseState phase, CaseEvent.PreprocessingConcluded event) {
        if (phase instanceof CaseState.ToDispatch || phase instanceof CaseState.Dispatched) {
            throw new Rejected("already-preprocessed", "The pre-processing of this case has been concluded already.");
        }
        Phases.unsolved(phase);
    }

    static void dispatch(CaseCommand.DispatchFault c, FactRecorder<CaseState, CaseEvent> facts) {
        Instant at = afterConclusion(c.stated(), facts);
        CaseFile file = Phases.ours(facts.asOf(at));
        facts.record(new CaseEvent.FaultDispatched(
                at, file.ref(), given(file), c.project(), c.engineer(), mode(c.mode(), file), c.reason()));
    }

    /** The fault may pass on to another engineer (转派), or to one more (加派); giving it to one who has it is refused. */
    static void check(CaseState phase, CaseEvent.FaultDispatched event) {
        CaseFile file = concluded(phase, Outcome.DISPATCH);
        check(file, event.mode());
        if (file.holders().contains(new CaseFile.Assignment.Engineer(event.project(), event.engineer()))) {
            throw new Rejected("already-dispatched", "This engineer has the case already.");
        }
    }

    /** A fault that an engineer has may turn out to be the vendor's, wholly or in part. */
    static void order(CaseCommand.PlaceVendorOrder c, FactRecorder<CaseState, CaseEvent> facts) {
        Instant at = afterConclusion(c.stated(), facts);
        CaseFile file = Phases.ours(facts.asOf(at));
        facts.record(new CaseEvent.VendorOrderPlaced(
                at, file.ref(), given(file), c.orderId(), c.vendor(), c.reference(), mode(c.mode(), file), c.reason()));
    }

    static void check(CaseState phase, CaseEvent.VendorOrderPlaced event) {
        boolean withEngineer =
                phase instanceof CaseState.Dispatched dispatched && dispatched.outcome() == Outcome.DISPATCH;
        CaseFile file = concluded(phase, withEngineer ? Outcome.DISPATCH : Outcome.VENDOR);
        check(file, event.mode());
        if (withEngineer && (event.reason() == null || event.reason().isBlank())) {
            throw new Rejected("reason-missing", "An engineer has the case: say why it passes to a vendor.");
        }
        if (file.assignments().stream().anyMatch(assignment -> isOf(event, assignment))) {
            throw new Rejected("already-ordered", "This order has been placed with this vendor already.");
        }
    }

    private static boolean isOf(CaseEvent.VendorOrderPlaced event, CaseFile.Assignment assignment) {
        return assignment instanceof CaseFile.Assignment.Vendor vendor
                && vendor.vendor().equals(event.vendor())
                && Objects.equals(vendor.reference(), event.reference());
    }

    private static HandOver mode(@Nullable HandOver stated, CaseFile file) {
        if (stated != null) {
            return stated;
        }
        return file.holders().isEmpty() ? HandOver.FIRST : HandOver.INSTEAD;
    }

    private static void check(CaseFile file, HandOver mode) {
        boolean first = file.holders().isEmpty();
        if (first && mode != HandOver.FIRST) {
            throw new Rejected(
                    "rests-on-missing", "Nobody had the case yet, instead of whom or beside whom it could go.");
        }
        if (!first && mode == HandOver.FIRST) {
            throw new Rejected(
                    "already-dispatched", "Somebody had the case already: say instead of them or beside them.");
        }
    }

    static void reply(CaseCommand.RecordVendorReply c, FactRecorder<CaseState, CaseEvent> facts) {
        Instant stated = Phases.when(c.stated(), facts);
        Fact<CaseEvent> ordered = facts.history().facts().stream()
                .filter(fact -> fact.event() instanceof CaseEvent.VendorOrderPlaced order
                        && order.orderId().equals(c.orderId()))
                .findFirst()
                .orElseThrow(() -> new Rejected("vendor-order-not-found", "There is no such order on this case."));
        if (!c.answer().complete()) {
            throw new Rejected("text-missing", "An answer is a plan, or the difficulty with the next steps.");
        }
        if (StepTime.isEarlier(stated, ordered.at())) {
            throw new Rejected("out-of-order", "The order was placed later than this, at " + ordered.at() + ".");
        }
        Instant at = StepTime.notBefore(ordered.at(), stated);
        CaseFile file = Phases.ours(facts.asOf(at));
        facts.record(new CaseEvent.VendorReplied(
                at,
                file.ref(),
                file.type(),
                c.orderId(),
                ((CaseEvent.VendorOrderPlaced) ordered.event()).vendor(),
                c.answer()));
    }

    /**
     * Returns when the case was given to others: not before its pre-processing was concluded. A time within that minute, but before it, counts as
     * that of the conclusion.
     */
    private static Instant afterConclusion(Stated stated, FactRecorder<CaseState, CaseEvent> facts) {
        Instant at = Phases.when(stated, facts);
        if (!(facts.asOf(at) instanceof CaseState.Registered)) {
            return at;
        }
        return Phases.next(CaseEvent.PreprocessingConcluded.class, at, facts)
                .map(Fact::at)
                .map(concluded -> {
                    if (StepTime.isEarlier(at, concluded)) {
                        throw new Rejected(
                                "out-of-order", "Pre-processing was concluded later than this, at " + concluded + ".");
                    }
                    return concluded;
                })
                .orElse(at);
    }

    /** A case whose pre-processing came to this outcome. */
    private static CaseFile concluded(CaseState phase, Outcome wanted) {
        CaseFile file = Phases.unsolved(phase);
        if (phase instanceof CaseState.Registered) {
            throw new Rejected("rests-on-missing", "Pre-processing comes before dispatch.");
        }
        if (Phases.outcome(phase) != wanted) {
            throw new Rejected("outcome-does-not-fit", "Pre-processing came to another outcome than " + wanted + ".");
        }
        return file;
    }

    static void changeOwner(CaseCommand.ChangeOwner c, FactRecorder<CaseState, CaseEvent> facts) {
        Instant at = Phases.when(c.stated(), facts);
        CaseFile file = Phases.ours(facts.asOf(at));
        facts.record(new CaseEvent.OwnerChanged(at, file.ref(), file.owner(), c.owner(), c.reason()));
    }

    static void check(CaseState phase, CaseEvent.OwnerChanged event) {
        CaseFile file = Phases.open(phase);
        if (file.owner().equals(event.to())) {
            throw new Rejected("owner-unchanged", "This person owns the case already.");
        }
        if (!file.owner().equals(event.from())) {
            throw new Rejected("owner-is-another", "Somebody else owned the case.");
        }
    }

    /** What goes along when a case is given to others. */
    private static CaseEvent.Handover given(CaseFile file) {
        CaseEvent.PreprocessingConcluded conclusion = file.conclusion();
        Registration registration = file.registered().registration();
        return conclusion == null
                ? new CaseEvent.Handover(file.owner(), registration, List.of(), null)
                : new CaseEvent.Handover(file.owner(), registration, conclusion.steps(), conclusion.note());
    }

    private static String summary(CaseCommand.ConcludePreprocessing c) {
        return c.note() == null ? String.join("; ", c.steps()) : c.note();
    }
}
