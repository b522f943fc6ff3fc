package io.minutebook.escalation.domain.cases;

import io.minutebook.escalation.domain.cases.CaseEvent.CaseReopened;
import io.minutebook.escalation.domain.cases.CaseEvent.DispatchReceived;
import io.minutebook.escalation.domain.cases.CaseEvent.EscalatedToL2;
import io.minutebook.escalation.domain.cases.CaseEvent.EscalatedToL3;
import io.minutebook.escalation.domain.cases.CaseEvent.VendorOrderReceived;
import io.minutebook.kernel.Fact;
import java.util.List;

/**
 * Which run of the plan's clock goes on: a plan is owed once in each cycle, and once more each time the case comes back from a vendor. Runs are
 * counted through the whole case without gaps, so that what is entered late may divide a run but never leaves one behind that nothing starts.
 *
 * @param runs how many there were
 * @param anew whether a plan is owed anew when somebody gets the case next
 */
record PlanRuns(int cycle, int runs, boolean anew) {
    /** Returns the name of the run that a start belongs to. */
    static String name(Fact<CaseEvent> start, List<Fact<CaseEvent>> before) {
        PlanRuns all = new PlanRuns(1, 0, true);
        for (Fact<CaseEvent> fact : before) {
            all = all.after(fact.event());
        }
        return String.valueOf(all.after(start.event()).runs);
    }

    private PlanRuns after(CaseEvent event) {
        if (event instanceof VendorOrderReceived e) {
            PlanRuns in = inCycle(e.ref().cycle());
            return e.replaces() ? new PlanRuns(in.cycle, runs, true) : in;
        }
        if (event instanceof DispatchReceived e) {
            return inCycle(e.ref().cycle()).owed();
        }
        if (event instanceof EscalatedToL2 || event instanceof EscalatedToL3) {
            return owed();
        }
        if (event instanceof CaseReopened e) {
            PlanRuns in = inCycle(e.ref().cycle());
            return e.holder() == Holder.VENDOR ? in : in.owed();
        }
        return this;
    }

    private PlanRuns inCycle(int other) {
        return other > cycle ? new PlanRuns(other, runs, true) : this;
    }

    private PlanRuns owed() {
        return anew ? new PlanRuns(cycle, runs + 1, false) : this;
    }
}
