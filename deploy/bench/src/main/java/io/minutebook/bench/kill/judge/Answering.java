package io.minutebook.bench.kill.judge;

import java.util.List;

/**
 * An event of one service that another one, or a policy of its own, answers with an event that names it as its cause.
 *
 * @param always whether it must be answered; else it may be overtaken, and is answered at most once
 */
record Answering(String service, String type, String by, String with, boolean always) {
    static final List<Answering> ALL = List.of(
            new Answering("intake", "CaseRegistered", "intake", "CallLinked", true),
            new Answering("intake", "CaseRegistered", "followup", "CaseOpened", true),
            new Answering("intake", "FaultDispatched", "escalation", "DispatchReceived", true),
            new Answering("escalation", "SolutionPlanned", "followup", "PlanNoted", true),
            new Answering("escalation", "Resolved", "followup", "ResolutionNoted", true),
            new Answering("escalation", "Resolved", "intake", "ResolvedElsewhere", false),
            new Answering("followup", "FaultCleared", "intake", "CaseClosed", true),
            new Answering("followup", "FaultCleared", "escalation", "ClearanceNoted", true));
}
