package io.minutebook.bench.kill.judge;

import java.util.List;

/**
 * An event of one service that another one, or a policy of its own, answers with an event that names it as its cause.
 *
 * @param always whether it must be answered; else it may be overtaken, and is answered at most once
 */
record EventPair(String service, String type, String by, String with, boolean always) {
    static final List<EventPair> ALL = List.of(
            new EventPair("intake", "CaseRegistered", "intake", "CallLinked", true),
            new EventPair("intake", "CaseRegistered", "followup", "CaseOpened", true),
            new EventPair("intake", "FaultDispatched", "escalation", "DispatchReceived", true),
            new EventPair("escalation", "SolutionPlanned", "followup", "PlanNoted", true),
            new EventPair("escalation", "Resolved", "followup", "ResolutionNoted", true),
            new EventPair("escalation", "Resolved", "intake", "ResolvedElsewhere", false),
            new EventPair("followup", "FaultCleared", "intake", "CaseClosed", true),
            new EventPair("followup", "FaultCleared", "escalation", "ClearanceNoted", true));
}
