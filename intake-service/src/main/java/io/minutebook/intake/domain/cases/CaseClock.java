package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.ClockRule;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Limit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clocks of a case in intake. Those of the work on a fault run on faults only. */
public enum CaseClock implements ClockRule<CaseEvent> {
    /** From the registration, or from a reopening to the first line, to the end of pre-processing by the manual (004, 故障预处理). */
    PREPROCESS("preprocess", "CaseRegistered", Duration.ofMinutes(30), "PreprocessingConcluded") {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return event instanceof CaseEvent.CaseRegistered registered
                    ? registered.registration().type() == CaseType.FAULT
                    : event instanceof CaseEvent.CaseReopened reopened
                            && reopened.type() == CaseType.FAULT
                            && reopened.toFirstLine();
        }

        @Override
        public OwedBy owedBy(CaseEvent start) {
            return new OwedBy(OWNER, start instanceof CaseEvent.CaseRegistered registered ? registered.owner() : null);
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return event instanceof CaseEvent.PreprocessingConcluded;
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            return cleared(event);
        }
    },
    /** From the end of pre-processing to what it came to: the dispatch or the vendor order (004, 故障派发). */
    DISPATCH("dispatch", "PreprocessingConcluded", Duration.ofMinutes(10), "FaultDispatched") {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return event instanceof CaseEvent.PreprocessingConcluded concluded
                    && concluded.type() == CaseType.FAULT
                    && concluded.outcome() != Outcome.SOLVED;
        }

        @Override
        public String owedAct(CaseEvent start) {
            return concludedAs(Outcome.VENDOR, start) ? "VendorOrderPlaced" : owedAct();
        }

        @Override
        public OwedBy owedBy(CaseEvent start) {
            return new OwedBy(AGENT, null);
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return concludedAs(Outcome.VENDOR, start)
                    ? event instanceof CaseEvent.VendorOrderPlaced
                    : event instanceof CaseEvent.FaultDispatched;
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            if (event instanceof CaseEvent.EscalatedElsewhere) {
                return "escalated-instead";
            }
            return resolved(event) ? RESOLVED : cleared(event);
        }

        /** What is given to somebody after the customer denied the resolution is no late dispatch of the time before. */
        @Override
        public boolean owedAfter(String reason) {
            return !reason.equals(RESOLVED);
        }
    },
    /** From a vendor order, and from each answer without a plan, to the vendor's next answer (004, 故障派发). */
    VENDOR_REPLY("vendor-reply", "VendorOrderPlaced", Duration.ofHours(24), "VendorReplied") {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return (event instanceof CaseEvent.VendorOrderPlaced order
                            && order.given().registration().type() == CaseType.FAULT)
                    || (event instanceof CaseEvent.VendorReplied reply
                            && reply.type() == CaseType.FAULT
                            && !reply.answer().hasPlan());
        }

        /** A reopening goes back to the vendor, where the vendor had the case. */
        @Override
        public boolean startsWith(CaseEvent event, List<Fact<CaseEvent>> before, String startsOn) {
            return event instanceof CaseEvent.CaseReopened reopened
                    ? reopened.type() == CaseType.FAULT && !reopened.toFirstLine() && withVendor(before)
                    : startsWith(event, startsOn);
        }

        @Override
        public OwedBy owedBy(CaseEvent start) {
            return new OwedBy(VENDOR, vendor(start));
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            String orderId = orderId(start);
            return event instanceof CaseEvent.VendorReplied replied
                    && (orderId == null || orderId.equals(replied.orderId()));
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            return resolved(event) ? RESOLVED : cleared(event);
        }

        /** An answer after the customer denied the resolution belongs to the time after that. */
        @Override
        public boolean owedAfter(String reason) {
            return !reason.equals(RESOLVED);
        }
    },
    /** What a customer was promised, by the moment that was promised. Nothing but keeping it meets it. */
    PROMISE("promise", "PromiseMade", null, "PromiseKept") {
        @Override
        public boolean startsWith(CaseEvent event, String startsOn) {
            return event instanceof CaseEvent.PromiseMade;
        }

        @Override
        public Limit told(CaseEvent start) {
            return new Limit.Until(((CaseEvent.PromiseMade) start).dueAt());
        }

        @Override
        public OwedBy owedBy(CaseEvent start) {
            return new OwedBy(OWNER, null);
        }

        @Override
        public boolean metBy(CaseEvent start, CaseEvent event, boolean standing) {
            return start instanceof CaseEvent.PromiseMade made
                    && event instanceof CaseEvent.PromiseKept kept
                    && kept.promiseId().equals(made.promiseId());
        }

        @Override
        public @Nullable String withdrawnBy(CaseEvent start, CaseEvent event) {
            return cleared(event);
        }
    };

    private static final String OWNER = "owner";
    private static final String AGENT = "agent";
    private static final String VENDOR = "vendor";
    private static final String RESOLVED = "resolved";

    private final String id;
    private final String startsOn;
    private final @Nullable Limit limit;
    private final String owedAct;

    CaseClock(String id, String startsOn, @Nullable Duration limit, String owedAct) {
        this.id = id;
        this.startsOn = startsOn;
        this.limit = limit == null ? null : new Limit.Within(limit);
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
    public @Nullable Limit limit() {
        return limit;
    }

    @Override
    public String owedAct() {
        return owedAct;
    }

    private static boolean concludedAs(Outcome outcome, CaseEvent start) {
        return start instanceof CaseEvent.PreprocessingConcluded concluded && concluded.outcome() == outcome;
    }

    private static boolean withVendor(List<Fact<CaseEvent>> facts) {
        boolean vendor = false;
        for (Fact<CaseEvent> fact : facts) {
            if (fact.event() instanceof CaseEvent.VendorOrderPlaced order) {
                vendor = vendor || order.mode() != HandOver.BESIDE;
            } else if (fact.event() instanceof CaseEvent.FaultDispatched dispatch) {
                vendor = vendor && dispatch.mode() == HandOver.BESIDE;
            }
        }
        return vendor;
    }

    private static boolean resolved(CaseEvent event) {
        return event instanceof CaseEvent.Resolved || event instanceof CaseEvent.ResolvedElsewhere;
    }

    /** Returns the order that a start is about; null for a reopening, after which any of them may be answered. */
    private static @Nullable String orderId(CaseEvent start) {
        if (start instanceof CaseEvent.VendorOrderPlaced order) {
            return order.orderId();
        }
        return start instanceof CaseEvent.VendorReplied reply ? reply.orderId() : null;
    }

    private static @Nullable String vendor(CaseEvent start) {
        if (start instanceof CaseEvent.VendorOrderPlaced order) {
            return order.vendor();
        }
        return start instanceof CaseEvent.VendorReplied reply ? reply.vendor() : null;
    }

    /** Nothing is owed on a case that has been cleared with the customer. */
    private static @Nullable String cleared(CaseEvent event) {
        return event instanceof CaseEvent.CaseClosed ? "cleared" : null;
    }
}
