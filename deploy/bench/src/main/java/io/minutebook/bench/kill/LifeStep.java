package io.minutebook.bench.kill;

import java.util.List;

/**
 * One step in the life of a case.
 *
 * @param path below the service's address; {@code CALL} and {@code CASE} stand for the ids
 * @param body {@code MARK} stands for the step's mark
 * @param marked whether the effects carry the mark
 */
record LifeStep(String service, String path, String body, boolean marked, List<String> effects) {
    private static LifeStep of(String service, String path, String body, String... effects) {
        return new LifeStep(service, path, body, body.contains("MARK"), List.of(effects));
    }

    static final LifeStep RING =
            of("intake", "calls", "{'site':'shanghai','line':'MARK','callerNumber':'13800000000'}", "CallReceived");
    static final LifeStep ANSWER = of("intake", "calls/CALL/answer", "{'agent':'MARK'}", "CallAnswered");
    static final LifeStep REGISTER = of("intake", "cases", """
            {'callId':'CALL','channel':'PHONE','site':'shanghai','type':'FAULT','customer':{'name':'王芳','phone':'13800000000'},
             'product':{'model':'X-1','serialNumber':'SN-1'},'symptom':'MARK','actionsTried':[]}""", "CaseRegistered");
    static final LifeStep PREPROCESS = of(
            "intake", "cases/CASE/preprocessing", "{'outcome':'DISPATCH','steps':['MARK']}", "PreprocessingConcluded");
    static final LifeStep DISPATCH =
            of("intake", "cases/CASE/dispatch", "{'project':'MARK','engineer':'engineer-3'}", "FaultDispatched");
    static final LifeStep END = of("intake", "calls/CALL/end", "{'disposition':'COMPLETED'}", "CallEnded");
    static final LifeStep ACKNOWLEDGE = of("escalation", "cases/CASE/acknowledgement", "{}", "DispatchAcknowledged");
    static final LifeStep PROGRESS = of("escalation", "cases/CASE/progress", "{'note':'MARK'}", "ProgressReported");
    static final LifeStep ESCALATE = of(
            "escalation",
            "cases/CASE/escalations",
            "{'tier':'L2','reason':'MARK','customerTold':true}",
            "EscalatedToL2");
    static final LifeStep EXPERT = of("escalation", "cases/CASE/expert-contact", "{'note':'MARK'}", "ExpertContacted");
    static final LifeStep REPLY =
            of("escalation", "cases/CASE/replies", "{'plan':'MARK'}", "EngineerReplied", "SolutionPlanned");
    /** The expert's, who owes no reply. */
    static final LifeStep PLAN = of("escalation", "cases/CASE/plan", "{'plan':'MARK'}", "SolutionPlanned");

    /** The engineer's, whose reply it is at the same time. */
    static final LifeStep PLAN_IN_REPLY =
            of("escalation", "cases/CASE/plan", "{'plan':'MARK'}", "EngineerReplied", "SolutionPlanned");

    static final LifeStep RESOLVE = of(
            "escalation",
            "cases/CASE/resolution",
            "{'summary':'MARK','solvedBy':'ENGINEER','solver':'engineer-3'}",
            "Resolved");
    static final LifeStep CALL_BACK = of(
            "followup",
            "cases/CASE/callbacks",
            "{'reached':true,'restored':true,'note':'MARK'}",
            "CustomerCalledBack",
            "RestorationConfirmed");
    static final LifeStep CLEAR = of("followup", "cases/CASE/clearance", "{'note':'MARK'}", "FaultCleared");
}
