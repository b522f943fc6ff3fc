package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.StepTime;
import java.time.Instant;
import java.util.UUID;

/** What people do on a case, one decision long. */
record CaseWork(CaseFile file, CaseRef ref, Instant at, Decision<CaseEvent> decision, ClockRecorder<CaseEvent> clocks) {
    static void decide(CaseCommand.Action act, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown unknown ->
                throw Rejected.notYet(
                        "case-not-known-yet", "The case was not passed on yet, or the news of it has not arrived.");
            case CaseState.Open open -> on(open.file(), act, decision).work(act, open);
            case CaseState.Resolved resolved ->
                on(resolved.file(), act, decision).afterResolution(act);
            case CaseState.Cleared cleared ->
                throw new Rejected("case-cleared", "The fault is cleared; the case is over.");
        }
    }

    private static CaseWork on(CaseFile file, CaseCommand.Action act, Decision<CaseEvent> decision) {
        Instant at = StepTime.of(act.occurredAt(), file.begunAt(), decision);
        return new CaseWork(file, file.ref(), at, decision, Case.clocks(file, decision));
    }

    private void work(CaseCommand.Action act, CaseState.Open open) {
        switch (act) {
            case CaseCommand.AcknowledgeDispatch a -> acknowledge(engineer(open));
            case CaseCommand.ReplyToDispatch a -> reply(a.reply(), engineer(open));
            case CaseCommand.ReportProgress a ->
                decision.record(new CaseEvent.ProgressReported(at, ref, text(a.note())));
            case CaseCommand.Escalate a -> escalate(a);
            case CaseCommand.ContactCustomerAsExpert a -> contact(a);
            case CaseCommand.PlanSolution a -> plan(a.plan(), open);
            case CaseCommand.ResolveFault a -> resolve(a.summary(), open);
            case CaseCommand.SuspendCase a -> suspend(a.reason());
            case CaseCommand.ResumeCase a -> resume();
        }
    }

    /** The promise that an expert calls outlives the resolution, until the fault is cleared. */
    private void afterResolution(CaseCommand.Action act) {
        if (!(act instanceof CaseCommand.ContactCustomerAsExpert contact)) {
            throw new Rejected(
                    "case-resolved", "The fault is resolved; only a denied restoration opens the case again.");
        }
        contact(contact);
    }

    private static CaseState.Dispatched engineer(CaseState.Open open) {
        return switch (open) {
            case CaseState.Dispatched dispatched -> dispatched;
            case CaseState.AtVendor atVendor ->
                throw new Rejected("case-at-vendor", "The case is with the vendor; no engineer has it.");
        };
    }

    private void acknowledge(CaseState.Dispatched dispatched) {
        if (dispatched.acknowledged()) {
            throw new Rejected("already-acknowledged", "The dispatch was acknowledged before.");
        }
        decision.record(new CaseEvent.DispatchAcknowledged(at, ref, dispatched.project(), dispatched.engineer()));
    }

    private void reply(Reply reply, CaseState.Dispatched dispatched) {
        switch (reply) {
            case Reply.WithPlan r -> {
                answer(new CaseEvent.EngineerReplied(at, ref, dispatched.engineer(), text(r.plan()), null, null));
                plan(r.plan(), dispatched);
            }
            case Reply.WithoutPlan r ->
                answer(new CaseEvent.EngineerReplied(
                        at, ref, dispatched.engineer(), null, text(r.difficulty()), text(r.nextSteps())));
        }
    }

    private void answer(CaseEvent.EngineerReplied reply) {
        clocks.record(reply);
    }

    private void plan(String plan, CaseState.Open open) {
        String engineer = open instanceof CaseState.Dispatched dispatched ? dispatched.engineer() : null;
        clocks.record(new CaseEvent.SolutionPlanned(at, ref, text(plan), tier(open), engineer));
    }

    private void escalate(CaseCommand.Escalate escalation) {
        String reason = text(escalation.reason());
        EscalationTier reached = file.progress().escalatedTo();
        if (reached != null && reached.compareTo(escalation.tier()) >= 0) {
            throw new Rejected("already-escalated", "The case was escalated to " + reached + " before.");
        }
        switch (escalation.tier()) {
            case L2 -> escalateToL2(reason, escalation.customerTold());
            case L3 -> decision.record(new CaseEvent.EscalatedToL3(at, ref, reason, escalation.customerTold()));
        }
    }

    private void escalateToL2(String reason, boolean customerTold) {
        Instant expectedBy = decision.policies()
                .policy(CaseClock.EXPERT_CONTACT, file.scope())
                .limit()
                .from(at, decision.policies().site(ref.site()))
                .dueAt();
        UUID escalated = decision.record(new CaseEvent.EscalatedToL2(at, ref, reason, customerTold, expectedBy));
        clocks.start(CaseClock.EXPERT_CONTACT, file.scope(), at, escalated);
        SuspensionReason suspended = file.progress().suspended();
        if (suspended != null) {
            clocks.pause(CaseClock.EXPERT_CONTACT, at, suspended.name(), escalated);
        }
    }

    private void contact(CaseCommand.ContactCustomerAsExpert contact) {
        if (file.progress().escalatedTo() == null) {
            throw new Rejected("not-escalated", "No expert was asked: escalate the case first.");
        }
        clocks.record(new CaseEvent.ExpertContacted(at, ref, text(contact.note())));
    }

    private void resolve(String summary, CaseState.Open open) {
        CaseState.Dispatched engineer = open instanceof CaseState.Dispatched dispatched ? dispatched : null;
        UUID resolved = clocks.record(new CaseEvent.Resolved(
                at,
                ref,
                tier(open),
                text(summary),
                engineer == null ? null : engineer.project(),
                engineer == null ? null : engineer.engineer()));
        clocks.resume(CaseClock.EXPERT_CONTACT, at, resolved);
    }

    private Tier tier(CaseState.Open open) {
        return switch (open) {
            case CaseState.AtVendor atVendor -> Tier.VENDOR;
            case CaseState.Dispatched dispatched ->
                file.progress().escalatedTo() == EscalationTier.L3 ? Tier.L3 : Tier.L2;
        };
    }

    private void suspend(SuspensionReason reason) {
        if (file.progress().suspended() != null) {
            throw new Rejected("already-suspended", "The case is suspended already.");
        }
        UUID suspended = decision.record(new CaseEvent.CaseSuspended(at, ref, reason));
        clocks.pause(CaseClock.PLAN, at, reason.name(), suspended);
        clocks.pause(CaseClock.EXPERT_CONTACT, at, reason.name(), suspended);
    }

    private void resume() {
        if (file.progress().suspended() == null) {
            throw new Rejected("not-suspended", "The case is not suspended.");
        }
        UUID resumed = decision.record(new CaseEvent.CaseResumed(at, ref));
        clocks.resume(CaseClock.PLAN, at, resumed);
        clocks.resume(CaseClock.EXPERT_CONTACT, at, resumed);
    }

    private static String text(String text) {
        if (text.isBlank()) {
            throw new Rejected("text-missing", "Say it in words: an empty text says nothing.");
        }
        return text;
    }
}
