package io.minutebook.escalation.domain;

import io.minutebook.kernel.ClockDesk;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Rejected;
import java.time.Instant;
import java.util.UUID;

/** What people do on a case, one decision long. */
record CaseWork(CaseFile file, Instant at, Decision<CaseEvent> decision, ClockDesk<CaseEvent> desk) {
    static void decide(CaseCommand.Act act, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown unknown ->
                throw new Rejected(
                        "case-not-known-yet",
                        "The case has not been dispatched, or the news of it has not arrived yet.");
            case CaseState.Open open -> on(open.file(), act, decision).work(act, open);
            case CaseState.Resolved resolved ->
                on(resolved.file(), act, decision).afterResolution(act);
            case CaseState.Cleared cleared ->
                throw new Rejected("case-cleared", "The fault is cleared; the case is over.");
        }
    }

    private static CaseWork on(CaseFile file, CaseCommand.Act act, Decision<CaseEvent> decision) {
        Instant stated = act.occurredAt();
        return new CaseWork(file, stated == null ? decision.now() : stated, decision, Case.desk(file, decision));
    }

    private void work(CaseCommand.Act act, CaseState.Open open) {
        switch (act) {
            case CaseCommand.AcknowledgeDispatch a -> acknowledge(engineer(open));
            case CaseCommand.ReplyToDispatch a -> reply(a.reply(), engineer(open));
            case CaseCommand.ReportProgress a ->
                record(new CaseEvent.ProgressReported(at, file.caseId(), file.caseNumber(), said(a.note())));
            case CaseCommand.Escalate a -> escalate(a);
            case CaseCommand.ContactCustomerAsExpert a -> contact(a);
            case CaseCommand.PlanSolution a -> plan(a.plan());
            case CaseCommand.ResolveFault a -> resolve(a.summary(), open);
            case CaseCommand.SuspendCase a -> suspend(a.reason());
            case CaseCommand.ResumeCase a -> resume();
        }
    }

    /** The promise that an expert calls outlives the resolution, until the case is cleared. */
    private void afterResolution(CaseCommand.Act act) {
        if (!(act instanceof CaseCommand.ContactCustomerAsExpert contact)) {
            throw new Rejected(
                    "case-resolved", "The fault is resolved; only a denied restoration opens the case again.");
        }
        contact(contact);
    }

    private CaseState.Dispatched engineer(CaseState.Open open) {
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
        record(new CaseEvent.DispatchAcknowledged(at, file.caseId(), file.caseNumber(), dispatched.engineer()));
    }

    private void reply(Reply reply, CaseState.Dispatched dispatched) {
        switch (reply) {
            case Reply.WithPlan r -> {
                replied(new CaseEvent.EngineerReplied(
                        at, file.caseId(), file.caseNumber(), dispatched.engineer(), said(r.plan()), null, null));
                plan(r.plan());
            }
            case Reply.WithoutPlan r ->
                replied(new CaseEvent.EngineerReplied(
                        at,
                        file.caseId(),
                        file.caseNumber(),
                        dispatched.engineer(),
                        null,
                        said(r.difficulty()),
                        said(r.nextSteps())));
        }
    }

    private void replied(CaseEvent.EngineerReplied replied) {
        desk.stop(CaseClock.REPLY, at, record(replied));
    }

    /** A plan is what the dispatch asked for, so it answers the dispatch as well. */
    private void plan(String plan) {
        UUID planned =
                record(new CaseEvent.SolutionPlanned(at, file.caseId(), file.caseNumber(), said(plan), file.planned()));
        desk.stop(CaseClock.REPLY, at, planned);
        desk.stop(CaseClock.PLAN, at, planned);
    }

    private void escalate(CaseCommand.Escalate escalation) {
        String reason = said(escalation.reason());
        EscalationTier reached = file.escalatedTo();
        if (reached != null && reached.compareTo(escalation.tier()) >= 0) {
            throw new Rejected("already-escalated", "The case was escalated to " + reached + " before.");
        }
        switch (escalation.tier()) {
            case L2 -> escalateToL2(reason, escalation.customerTold());
            case L3 ->
                record(new CaseEvent.EscalatedToL3(
                        at, file.caseId(), file.caseNumber(), reason, escalation.customerTold()));
        }
    }

    private void escalateToL2(String reason, boolean customerTold) {
        Instant expectedBy = decision.policies()
                .policy(CaseClock.EXPERT_CONTACT, file.scope())
                .limit()
                .from(at, decision.policies().site(file.scope().site()))
                .dueAt();
        UUID escalated = record(
                new CaseEvent.EscalatedToL2(at, file.caseId(), file.caseNumber(), reason, customerTold, expectedBy));
        desk.start(CaseClock.EXPERT_CONTACT, file.scope(), at, escalated);
        if (file.suspended() != null) {
            desk.pause(CaseClock.EXPERT_CONTACT, at, file.suspended().name(), escalated);
        }
    }

    private void contact(CaseCommand.ContactCustomerAsExpert contact) {
        if (file.escalatedTo() == null) {
            throw new Rejected("not-escalated", "No expert was asked: escalate the case first.");
        }
        UUID contacted =
                record(new CaseEvent.ExpertContacted(at, file.caseId(), file.caseNumber(), said(contact.note())));
        desk.stop(CaseClock.EXPERT_CONTACT, at, contacted);
    }

    /** A fault may be solved without a plan having been written down: its solution then stops the clocks of the answer and the plan. */
    private void resolve(String summary, CaseState.Open open) {
        UUID resolved = record(new CaseEvent.Resolved(
                at, file.caseId(), file.caseNumber(), solvedBy(open), said(summary), file.cycle()));
        desk.stop(CaseClock.REPLY, at, resolved);
        desk.stop(CaseClock.PLAN, at, resolved);
        desk.resume(CaseClock.EXPERT_CONTACT, at, resolved);
    }

    private Tier solvedBy(CaseState.Open open) {
        return switch (open) {
            case CaseState.AtVendor atVendor -> Tier.VENDOR;
            case CaseState.Dispatched dispatched -> file.escalatedTo() == EscalationTier.L3 ? Tier.L3 : Tier.L2;
        };
    }

    private void suspend(SuspensionReason reason) {
        if (file.suspended() != null) {
            throw new Rejected("already-suspended", "The case is suspended already.");
        }
        UUID suspended = record(new CaseEvent.CaseSuspended(at, file.caseId(), file.caseNumber(), reason));
        desk.pause(CaseClock.PLAN, at, reason.name(), suspended);
        desk.pause(CaseClock.EXPERT_CONTACT, at, reason.name(), suspended);
    }

    private void resume() {
        if (file.suspended() == null) {
            throw new Rejected("not-suspended", "The case is not suspended.");
        }
        UUID resumed = record(new CaseEvent.CaseResumed(at, file.caseId(), file.caseNumber()));
        desk.resume(CaseClock.PLAN, at, resumed);
        desk.resume(CaseClock.EXPERT_CONTACT, at, resumed);
    }

    private UUID record(CaseEvent event) {
        return decision.record(event);
    }

    private static String said(String text) {
        if (text.isBlank()) {
            throw new Rejected("text-missing", "Say it in words: an empty text says nothing.");
        }
        return text;
    }
}
