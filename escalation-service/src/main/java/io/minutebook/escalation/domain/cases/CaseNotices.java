package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.ClockRecorder;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What news from the other services means here. News that changes nothing decides nothing. */
final class CaseNotices {
    /** Why the engineer owes no answer any more; a vendor order is none. */
    private static final String PASSED_TO_VENDOR = "passed-to-vendor";

    private CaseNotices() {}

    static void decide(CaseCommand.Notice notice, CaseState state, Decision<CaseEvent> decision) {
        switch (notice) {
            case CaseCommand.Assignment assignment -> take(assignment, state, decision);
            case CaseCommand.Reopen denial -> reopen(denial, state, decision);
            case CaseCommand.NoteClearance clearance -> close(clearance, state, decision);
        }
    }

    private static void take(CaseCommand.Assignment notice, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown unknown ->
                receive(notice, CaseFile.opened(notice.ref(), notice.scope(), notice.at()), decision);
            case CaseState.Open open -> {
                if (!open.heardFrom().equals(notice.heardFrom())) {
                    receive(notice, inCycleOf(notice, open, decision), decision);
                }
            }
            case CaseState.Resolved resolved -> {
                if (notice.ref().cycle() > resolved.file().ref().cycle()) {
                    receive(notice, inCycleOf(notice, resolved, decision), decision);
                }
            }
            case CaseState.Cleared cleared -> {}
        }
    }

    private static void receive(CaseCommand.Assignment notice, CaseFile file, Decision<CaseEvent> decision) {
        switch (notice) {
            case CaseCommand.ReceiveDispatch dispatch -> {
                decision.record(new CaseEvent.DispatchReceived(
                        dispatch.at(),
                        file.ref(),
                        dispatch.scope(),
                        dispatch.project(),
                        dispatch.engineer(),
                        dispatch.heardFrom()));
                start(file.with(dispatch.scope()), dispatch.at(), dispatch.heardFrom(), decision);
            }
            case CaseCommand.ReceiveVendorOrder order -> {
                decision.record(new CaseEvent.VendorOrderReceived(
                        order.at(), file.ref(), order.scope(), order.vendor(), order.reference(), order.heardFrom()));
                Case.clocks(file, decision).withdraw(CaseClock.REPLY, order.at(), PASSED_TO_VENDOR, order.heardFrom());
            }
        }
    }

    /** Only a resolution of the cycle that the customer speaks of can be denied; while work goes on there is nothing to open again. */
    private static void reopen(CaseCommand.Reopen denial, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Resolved resolved
                && denial.ref().cycle() >= resolved.file().ref().cycle()) {
            CaseFile file = reopened(denial, resolved, denial.ref().cycle() + 1, denial.reason(), decision);
            switch (resolved.before()) {
                case CaseState.Dispatched dispatched -> start(file, denial.at(), denial.heardFrom(), decision);
                case CaseState.AtVendor atVendor -> {}
            }
        }
    }

    /** The customer is content: what was still owed to them ends with the call that cleared the fault. */
    private static void close(CaseCommand.NoteClearance clearance, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown unknown -> {}
            case CaseState.Cleared cleared -> {}
            case CaseState.Open open -> close(clearance, open.file(), decision);
            case CaseState.Resolved resolved -> close(clearance, resolved.file(), decision);
        }
    }

    private static void close(CaseCommand.NoteClearance clearance, CaseFile file, Decision<CaseEvent> decision) {
        decision.record(new CaseEvent.ClearanceNoted(clearance.at(), file.ref()));
        ClockRecorder<CaseEvent> clocks = Case.clocks(file, decision);
        file.clocks().inOrder().stream()
                .filter(Clocks.ClockRound::open)
                .forEach(clock -> clocks.stop(clock, clearance.at(), clearance.heardFrom()));
    }

    /** Intake may have received the customer's denial before this service did: a case passed on in a later cycle is open again. */
    private static CaseFile inCycleOf(
            CaseCommand.Assignment notice, CaseState.Known known, Decision<CaseEvent> decision) {
        int cycle = notice.ref().cycle();
        return cycle > known.file().ref().cycle() ? reopened(notice, known, cycle, null, decision) : known.file();
    }

    private static CaseFile reopened(
            CaseCommand.Notice notice,
            CaseState.Known known,
            int cycle,
            @Nullable String reason,
            Decision<CaseEvent> decision) {
        CaseFile file = known.file().inCycle(cycle, notice.at());
        decision.record(new CaseEvent.CaseReopened(notice.at(), file.ref(), reason));
        return file;
    }

    /**
     * One limit for the plan in each cycle. One for the answer, too; an engineer who gets the case after it was answered or overdue has one
     * of their own, but passing a case on does not prolong a limit that still runs.
     */
    private static void start(CaseFile file, Instant at, UUID startedBy, Decision<CaseEvent> decision) {
        ClockRecorder<CaseEvent> clocks = Case.clocks(file, decision);
        clocks.start(CaseClock.REPLY, file.scope(), at, startedBy);
        if (!file.plans().awaited() && !file.plans().planned()) {
            clocks.start(CaseClock.PLAN, file.scope(), at, startedBy);
            SuspensionReason suspended = file.suspensions().reason();
            if (suspended != null) {
                clocks.pause(CaseClock.PLAN, at, suspended.name(), startedBy);
            }
        }
    }
}
