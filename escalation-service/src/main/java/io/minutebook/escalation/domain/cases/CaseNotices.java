package io.minutebook.escalation.domain.cases;

import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What news from the other services means here. It is never refused; news that changes nothing decides nothing. */
final class CaseNotices {
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private CaseNotices() {}

    static void decide(CaseCommand.Notice notice, FactRecorder<CaseState, CaseEvent> facts) {
        switch (notice) {
            case CaseCommand.Assignment assignment -> take(assignment, facts);
            case CaseCommand.Reopen denial -> reopen(denial, facts);
            case CaseCommand.NoteClearance clearance -> close(clearance, facts);
        }
        Plans.answerFrom(notice.at(), facts);
        facts.settle(List.of(notice.heardFrom().toString()));
    }

    /** Nobody gets a case that was cleared before. */
    private static void take(CaseCommand.Assignment notice, FactRecorder<CaseState, CaseEvent> facts) {
        if (!heard(notice, facts) && !(facts.asOf(notice.at()) instanceof CaseState.Cleared)) {
            facts.note(received(notice), null);
        }
    }

    private static CaseEvent received(CaseCommand.Assignment notice) {
        return switch (notice) {
            case CaseCommand.ReceiveDispatch dispatch ->
                new CaseEvent.DispatchReceived(
                        dispatch.at(),
                        dispatch.ref(),
                        dispatch.scope(),
                        dispatch.mode(),
                        dispatch.project(),
                        dispatch.engineer(),
                        dispatch.heardFrom());
            case CaseCommand.ReceiveVendorOrder order ->
                new CaseEvent.VendorOrderReceived(
                        order.at(),
                        order.ref(),
                        order.scope(),
                        order.mode(),
                        order.vendor(),
                        order.reference(),
                        order.heardFrom());
        };
    }

    /**
     * Only a resolution of the cycle that the customer speaks of can be denied; while work goes on there is nothing to open again. Where times
     * are stated to the minute, the denial may seem to come before the resolution that it denies.
     */
    private static void reopen(CaseCommand.Reopen denial, FactRecorder<CaseState, CaseEvent> facts) {
        Stream.concat(
                        Stream.of(denial.at()),
                        facts.history().facts().stream()
                                .filter(fact -> fact.event() instanceof CaseEvent.Resolved)
                                .map(Fact::at)
                                .filter(at -> at.isAfter(denial.at())
                                        && !at.isAfter(denial.at().plus(TOLERANCE))))
                .filter(at -> facts.asOf(at) instanceof CaseState.Resolved resolved
                        && resolved.file().ref().cycle() == denial.ref().cycle())
                .findFirst()
                .ifPresent(at -> facts.note(
                        Resolution.reopened((CaseState.Resolved) facts.asOf(at), denial.reason(), at), null));
    }

    private static void close(CaseCommand.NoteClearance clearance, FactRecorder<CaseState, CaseEvent> facts) {
        if (!heard(clearance, facts) && facts.history().phase() instanceof CaseState.Known) {
            facts.note(new CaseEvent.ClearanceNoted(clearance.at(), clearance.ref(), clearance.heardFrom()), null);
        }
    }

    private static boolean heard(CaseCommand.Notice notice, FactRecorder<CaseState, CaseEvent> facts) {
        return facts.history().facts().stream().anyMatch(fact -> fact.id().equals(notice.heardFrom()));
    }
}
