package io.minutebook.escalation.domain;

import io.minutebook.kernel.ClockDesk;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** What news from the other services means here. News that changes nothing decides nothing. */
final class CaseNews {
    private CaseNews() {}

    static void decide(CaseCommand.News news, CaseState state, Decision<CaseEvent> decision) {
        switch (news) {
            case CaseCommand.ReceiveDispatch dispatch -> receive(dispatch, state, decision);
            case CaseCommand.ReceiveVendorOrder order -> receive(order, state, decision);
            case CaseCommand.Reopen denial -> reopen(denial, state, decision);
            case CaseCommand.NoteClearance clearance -> close(clearance, state, decision);
        }
    }

    /** The engineer has the limit from the dispatch on; a later dispatch does not prolong a limit that still runs. */
    private static void receive(CaseCommand.ReceiveDispatch dispatch, CaseState state, Decision<CaseEvent> decision) {
        if (isNoNews(dispatch, state)) {
            return;
        }
        CaseFile file = openFile(dispatch, state, decision, dispatch.caseNumber(), scope(dispatch));
        decision.record(new CaseEvent.DispatchReceived(
                dispatch.at(),
                dispatch.caseId(),
                dispatch.caseNumber(),
                dispatch.site(),
                dispatch.channel(),
                dispatch.priority(),
                dispatch.project(),
                dispatch.engineer(),
                dispatch.heardFrom()));
        start(file, dispatch.at(), dispatch.heardFrom(), decision);
    }

    /** A vendor has no engineer's limit to answer; the limit for a plan, where it runs, goes on: it holds for any fault. */
    private static void receive(CaseCommand.ReceiveVendorOrder order, CaseState state, Decision<CaseEvent> decision) {
        if (isNoNews(order, state)) {
            return;
        }
        CaseFile file = openFile(order, state, decision, order.caseNumber(), scope(order));
        decision.record(new CaseEvent.VendorOrderReceived(
                order.at(),
                order.caseId(),
                order.caseNumber(),
                order.site(),
                order.channel(),
                order.priority(),
                order.vendor(),
                order.reference(),
                order.heardFrom()));
        Case.desk(file, decision).stop(CaseClock.REPLY, order.at(), order.heardFrom());
    }

    private static void reopen(CaseCommand.Reopen denial, CaseState state, Decision<CaseEvent> decision) {
        if (state instanceof CaseState.Resolved resolved) {
            CaseFile file = reopened(denial, resolved, decision);
            if (resolved.before() instanceof CaseState.Dispatched) {
                start(file, denial.at(), denial.heardFrom(), decision);
            }
        }
    }

    /** The customer is content: what was still owed to them is not owed any more. */
    private static void close(CaseCommand.NoteClearance clearance, CaseState state, Decision<CaseEvent> decision) {
        switch (state) {
            case CaseState.Unknown unknown -> {}
            case CaseState.Cleared cleared -> {}
            case CaseState.Known known -> {
                decision.record(new CaseEvent.ClearanceNoted(clearance.at()));
                ClockDesk<CaseEvent> desk = Case.desk(known.file(), decision);
                known.file().clocks().byKey().values().stream()
                        .filter(Clocks.Clock::open)
                        .sorted(Comparator.comparing(Clocks.Clock::startedAt).thenComparing(Clocks.Clock::name))
                        .forEach(
                                clock -> desk.stop(clock.name(), clock.round(), clearance.at(), clearance.heardFrom()));
            }
        }
    }

    /** Heard before, or said before the case was solved, or of a case that is over. */
    private static boolean isNoNews(CaseCommand.News news, CaseState state) {
        return switch (state) {
            case CaseState.Unknown unknown -> false;
            case CaseState.Dispatched dispatched -> dispatched.heardFrom().equals(news.heardFrom());
            case CaseState.AtVendor atVendor -> atVendor.heardFrom().equals(news.heardFrom());
            case CaseState.Resolved resolved -> !news.at().isAfter(resolved.at()) || isNoNews(news, resolved.before());
            case CaseState.Cleared cleared -> true;
        };
    }

    /** The case to pass on; one that counted as solved is reopened by being passed on again. */
    private static CaseFile openFile(
            CaseCommand.News news, CaseState state, Decision<CaseEvent> decision, String caseNumber, Scope scope) {
        return switch (state) {
            case CaseState.Unknown unknown -> CaseFile.opened(news.caseId(), caseNumber, scope);
            case CaseState.Resolved resolved -> reopened(news, resolved, decision);
            case CaseState.Known known -> known.file();
        };
    }

    private static CaseFile reopened(CaseCommand.News news, CaseState.Resolved resolved, Decision<CaseEvent> decision) {
        CaseFile file = resolved.file().inCycle(resolved.file().cycle() + 1);
        decision.record(new CaseEvent.CaseReopened(news.at(), file.cycle()));
        return file;
    }

    /** One limit for the plan in each cycle; one for the answer for each engineer who gets the case after an answer. */
    private static void start(CaseFile file, Instant at, UUID startedBy, Decision<CaseEvent> decision) {
        ClockDesk<CaseEvent> desk = Case.desk(file, decision);
        desk.start(CaseClock.REPLY, file.scope(), at, startedBy);
        if (!file.planned() && file.clocks().rounds(CaseClock.PLAN) < file.cycle()) {
            desk.start(CaseClock.PLAN, file.scope(), at, startedBy);
            if (file.suspended() != null) {
                desk.pause(CaseClock.PLAN, at, file.suspended().name(), startedBy);
            }
        }
    }

    private static Scope scope(CaseCommand.ReceiveDispatch dispatch) {
        return new Scope(dispatch.site(), dispatch.channel(), dispatch.priority());
    }

    private static Scope scope(CaseCommand.ReceiveVendorOrder order) {
        return new Scope(order.site(), order.channel(), order.priority());
    }
}
