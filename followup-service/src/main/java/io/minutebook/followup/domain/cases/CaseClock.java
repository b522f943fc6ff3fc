package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.ClockRule;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Limit;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clocks of a case in followup: when each starts, which act meets it, and what ends it without a verdict. */
public enum CaseClock implements ClockRule<CaseEvent> {
    /** From each plan to the call that informs the customer of it. */
    CALLBACK(
            "callback",
            "SolutionPlanned",
            new Limit.Within(Duration.ofMinutes(20)),
            "CustomerCalledBack",
            new OwedBy("owner", null)) {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return event instanceof CaseEvent.PlanNoted plan && plan.owed();
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return event instanceof CaseEvent.CustomerCalledBack call && call.reached();
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            if (event instanceof CaseEvent.ResolutionNoted) {
                return RESOLVED;
            }
            if (unreached(event)) {
                return CUSTOMER_UNREACHED;
            }
            if (event instanceof CaseEvent.RestorationDenied) {
                return REOPENED;
            }
            return event instanceof CaseEvent.FaultCleared ? CLEARED : null;
        }
    },

    /**
     * From the resolution, or where a site says so from the plan, to the clearance (销障). Where an attempt to reach the customer ended it, it
     * starts anew from the customer's yes.
     */
    CLEARANCE(
            "clearance",
            "Resolved",
            new Limit.Within(Duration.ofMinutes(20)),
            "FaultCleared",
            new OwedBy("owner", null)) {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return (event instanceof CaseEvent.ResolutionNoted resolution && resolution.type() == CaseType.FAULT)
                    || (event instanceof CaseEvent.RestorationConfirmed confirmed && confirmed.type() == CaseType.FAULT)
                    || (event instanceof CaseEvent.PlanNoted plan && plan.owed() && startsOn.equals(SOLUTION_PLANNED));
        }

        @Override
        public String runOf(Fact<CaseEvent> start, List<Fact<CaseEvent>> before) {
            boolean again = start.event() instanceof CaseEvent.RestorationConfirmed && soughtInVain(before);
            return cycle(before) + (again ? ", from the customer's yes" : "");
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return event instanceof CaseEvent.FaultCleared;
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            if (unreached(event) && !(start instanceof CaseEvent.RestorationConfirmed)) {
                return CUSTOMER_UNREACHED;
            }
            return event instanceof CaseEvent.RestorationDenied ? REOPENED : null;
        }
    },

    /** From an attempt in vain to the next one, reached or not. */
    CALLBACK_RETRY(
            "callback-retry",
            "CustomerCalledBack",
            new Limit.Within(Duration.ofHours(2)),
            "CustomerCalledBack",
            new OwedBy("owner", null)) {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return event instanceof CaseEvent.CustomerCalledBack call && call.next() != null;
        }

        @Override
        public @Nullable Limit told(CaseEvent start) {
            NextAttempt next = start instanceof CaseEvent.CustomerCalledBack call ? call.next() : null;
            return next == null ? null : new Limit.Until(next.until());
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return event instanceof CaseEvent.CustomerCalledBack;
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            if (event instanceof CaseEvent.ResolutionNoted) {
                return RESOLVED;
            }
            return event instanceof CaseEvent.FaultCleared ? CLEARED : null;
        }
    },

    /** The satisfaction survey, one to three working days after the resolution, not before ten in the morning. */
    SURVEY(
            "survey",
            "Resolved",
            new Limit.WorkingDays(1, 3, LocalTime.of(10, 0)),
            "SurveySent",
            new OwedBy("follow-up-desk", null)) {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return event instanceof CaseEvent.ResolutionNoted resolution
                    && resolution.type().surveyed();
        }

        @Override
        public String runOf(Fact<CaseEvent> start, List<Fact<CaseEvent>> before) {
            return cycle(before);
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return event instanceof CaseEvent.SurveySent sent
                    && start instanceof CaseEvent.ResolutionNoted resolution
                    && sent.resolved().equals(resolution.resolved());
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            return event instanceof CaseEvent.RestorationDenied ? REOPENED : null;
        }
    };

    private static final String SOLUTION_PLANNED = "SolutionPlanned";
    private static final String RESOLVED = "resolved";
    private static final String CUSTOMER_UNREACHED = "customer-unreached";
    private static final String REOPENED = "reopened";
    private static final String CLEARED = "cleared";

    private final String id;
    private final String startsOn;
    private final Limit limit;
    private final String owedAct;
    private final OwedBy owedBy;

    CaseClock(String id, String startsOn, Limit limit, String owedAct, OwedBy owedBy) {
        this.id = id;
        this.startsOn = startsOn;
        this.limit = limit;
        this.owedAct = owedAct;
        this.owedBy = owedBy;
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

    @Override
    public OwedBy owedBy(CaseEvent start) {
        return owedBy;
    }

    /** What is done in the next cycle is owed in the next cycle. */
    @Override
    public boolean owedAfter(String reason) {
        return !reason.equals(REOPENED);
    }

    private static boolean unreached(CaseEvent event) {
        return event instanceof CaseEvent.CustomerCalledBack call && !call.reached();
    }

    /** Names the cycle that facts have come to. */
    private static String cycle(List<Fact<CaseEvent>> facts) {
        long denials = facts.stream()
                .filter(fact -> fact.event() instanceof CaseEvent.RestorationDenied)
                .count();
        return "cycle " + (denials + 1);
    }

    /** Returns whether an attempt to reach the customer failed since the fault was solved in this cycle. */
    private static boolean soughtInVain(List<Fact<CaseEvent>> facts) {
        boolean resolved = false;
        boolean inVain = false;
        for (Fact<CaseEvent> fact : facts) {
            CaseEvent event = fact.event();
            if (event instanceof CaseEvent.RestorationDenied) {
                resolved = false;
                inVain = false;
            }
            resolved |= event instanceof CaseEvent.ResolutionNoted;
            inVain |= resolved && unreached(event);
        }
        return inVain;
    }
}
