package io.minutebook.escalation.domain.cases;

import io.minutebook.escalation.domain.cases.CaseEvent.CaseReopened;
import io.minutebook.escalation.domain.cases.CaseEvent.ClearanceNoted;
import io.minutebook.escalation.domain.cases.CaseEvent.DispatchAcknowledged;
import io.minutebook.escalation.domain.cases.CaseEvent.DispatchReceived;
import io.minutebook.escalation.domain.cases.CaseEvent.EngineerReplied;
import io.minutebook.escalation.domain.cases.CaseEvent.EscalatedToL2;
import io.minutebook.escalation.domain.cases.CaseEvent.EscalatedToL3;
import io.minutebook.escalation.domain.cases.CaseEvent.ExpertContacted;
import io.minutebook.escalation.domain.cases.CaseEvent.Resolved;
import io.minutebook.escalation.domain.cases.CaseEvent.SolutionPlanned;
import io.minutebook.escalation.domain.cases.CaseEvent.VendorOrderReceived;
import io.minutebook.escalation.domain.cases.CaseEvent.WorkReturned;
import io.minutebook.kernel.ClockRule;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The clocks of a case in escalation. Nothing but what stands here starts, stops or ends one of them. */
public enum CaseClock implements ClockRule<CaseEvent> {
    /** An engineer answers each dispatch, and each case that comes back to them (004, 故障派发). */
    REPLY("reply", "FaultDispatched", new Limit.Within(Duration.ofMinutes(30)), "EngineerReplied") {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return engineer(event) != null
                    && event instanceof DispatchAcknowledged == startsOn.equals("DispatchAcknowledged");
        }

        @Override
        public OwedBy owedBy(CaseEvent start) {
            return new OwedBy("engineer", engineer(start));
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return event instanceof EngineerReplied e && e.engineer().equals(engineer(start));
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            if (event instanceof DispatchReceived e && e.replaces()) {
                return "reassigned";
            }
            if (event instanceof WorkReturned e && e.engineer().equals(engineer(start))) {
                return "returned";
            }
            return withdrawnAtVendorOrAtTheEnd(event);
        }

        /** Returns the engineer who gets the case with this event, or takes it on; null where none does. */
        private static @Nullable String engineer(CaseEvent event) {
            if (event instanceof DispatchReceived e) {
                return e.engineer();
            }
            if (event instanceof DispatchAcknowledged e) {
                return e.engineer();
            }
            return event instanceof CaseReopened e ? e.engineer() : null;
        }
    },

    /** Whoever has the case says how it will be solved; one run a cycle, and one more each time the case comes back from a vendor. */
    PLAN("plan", "FaultDispatched", new Limit.Within(Duration.ofHours(24)), "SolutionPlanned") {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            boolean hard = startsOn.equals("EscalatedToL3");
            return event instanceof EscalatedToL3
                    || (!hard && (event instanceof DispatchReceived || event instanceof EscalatedToL2))
                    || (!hard && event instanceof CaseReopened e && e.holder() != Holder.VENDOR);
        }

        @Override
        public String runOf(Fact<CaseEvent> start, List<Fact<CaseEvent>> before) {
            return PlanRuns.name(start, before);
        }

        @Override
        public OwedBy owedBy(CaseEvent start) {
            if (start instanceof DispatchReceived e) {
                return new OwedBy("engineer", e.engineer());
            }
            if (start instanceof CaseReopened e) {
                return new OwedBy(e.holder().name().toLowerCase(Locale.ROOT), e.engineer());
            }
            return new OwedBy(start instanceof EscalatedToL2 ? "expert" : "manager", null);
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return event instanceof SolutionPlanned;
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            return withdrawnAtVendorOrAtTheEnd(event);
        }

        @Override
        public List<Pause> pauses(List<Fact<CaseEvent>> facts) {
            return Suspensions.pauses(facts);
        }
    },

    /** The expert to whom a case is escalated contacts the customer (000); a promise never stands still. */
    EXPERT_CONTACT("expert-contact", "EscalatedToL2", new Limit.Within(Duration.ofHours(24)), "ExpertContacted") {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return event instanceof EscalatedToL2;
        }

        @Override
        public OwedBy owedBy(CaseEvent start) {
            return new OwedBy("expert", null);
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return event instanceof ExpertContacted e && e.reached();
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            return event instanceof ClearanceNoted ? "cleared" : null;
        }
    };

    /** What is done after that is owed to another run, if to any: that of the next cycle, or of the next engineer. */
    @Override
    public boolean owedAfter(String reason) {
        return false;
    }

    private static @Nullable String withdrawnAtVendorOrAtTheEnd(CaseEvent event) {
        if (event instanceof VendorOrderReceived e && e.replaces()) {
            return "passed-to-vendor";
        }
        if (event instanceof Resolved) {
            return "resolved";
        }
        return event instanceof ClearanceNoted ? "cleared" : null;
    }

    private final String id;
    private final String startsOn;
    private final Limit limit;
    private final String owedAct;

    CaseClock(String id, String startsOn, Limit limit, String owedAct) {
        this.id = id;
        this.startsOn = startsOn;
        this.limit = limit;
        this.owedAct = owedAct;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String startsOn() {
        return startsOn;
    }

    @Override
    public Limit limit() {
        return limit;
    }

    @Override
    public String owedAct() {
        return owedAct;
    }
}
