package io.minutebook.bench.kill;

import java.util.List;

/**
 * One step in the life of a case.
 *
 * @param path below the service's address; {@code CALL} and {@code CASE} stand for the ids
 * @param body {@code MARK} stands for the step's mark
 * @param marked whether the effects carry the mark
 */
record Step(String service, String path, String body, boolean marked, List<String> effects) {
    private static Step of(String service, String path, String body, String... effects) {
        return new Step(service, path, body, body.contains("MARK"), List.of(effects));
    }

    static final Step RING =
            of("intake", "calls", "{'site':'shanghai','line':'MARK','callerNumber':'13800000000'}", "CallReceived");
    static final Step ANSWER = of("intake", "calls/CALL/answer", "{'agent':'MARK'}", "CallAnswered");
    static final Step REGISTER = of("intake", "cases", """
            {'callId':'CALL','channel':'PHONE','site':'shanghai','type':'FAULT','customer':{'name':'王芳','phone':'13800000000'},
             'product':{'model':'X-1','serialNumber':'SN-1'},'symptom':'MARK','actionsTried':[]}""", "CaseRegistered");
    static final Step PREPROCESS = of(
            "intake", "cases/CASE/preprocessing", "{'outcome':'DISPATCH','steps':['MARK']}", "PreprocessingConcluded");
    static final Step DISPATCH =
            of("intake", "cases/CASE/dispatch", "{'project':'MARK','engineer':'engineer-3'}", "FaultDispatched");
    static final Step END = of("intake", "calls/CALL/end", "{'disposition':'COMPLETED'}", "CallEnded");
    static final Step ACKNOWLEDGE = of("escalation", "cases/CASE/acknowledgement", "{}", "DispatchAcknowledged");
    static final Step PROGRESS = of("escalation", "cases/CASE/progress", "{'note':'MARK'}", "ProgressReported");
    static final Step ESCALATE = of(
            "escalation",
            "cases/CASE/escalations",
            "{'tier':'L2','reason':'MARK','customerTold':true}",
            "EscalatedToL2");
    static final Step EXPERT = of("escalation", "cases/CASE/expert-contact", "{'note':'MARK'}", "ExpertContacted");
    static final Step REPLY =
            of("escalation", "cases/CASE/replies", "{'plan':'MARK'}", "EngineerReplied", "SolutionPlanned");
    static final Step PLAN = of("escalation", "cases/CASE/plan", "{'plan':'MARK'}", "SolutionPlanned");
    static final Step RESOLVE = of("escalation", "cases/CASE/resolution", "{'summary':'MARK'}", "Resolved");
    static final Step CALL_BACK = of(
            "followup",
            "cases/CASE/callbacks",
            "{'reached':true,'restored':true,'note':'MARK'}",
            "CustomerCalledBack",
            "RestorationConfirmed");
    static final Step CLEAR = of("followup", "cases/CASE/clearance", "{'note':'MARK'}", "FaultCleared");
}
