package io.minutebook.contract;

import java.util.List;

/** The Kafka topics. Their records' key is the subject: the case, the call or the article. */
public final class Topics {
    public static final String INTAKE_CALLS = "intake.calls";
    public static final String INTAKE_CASES = "intake.cases";
    public static final String ESCALATION_CASES = "escalation.cases";
    public static final String FOLLOWUP_CASES = "followup.cases";
    public static final String KNOWLEDGE_ARTICLES = "knowledge.articles";

    private static final List<String> ALL =
            List.of(INTAKE_CALLS, INTAKE_CASES, ESCALATION_CASES, FOLLOWUP_CASES, KNOWLEDGE_ARTICLES);

    private Topics() {}

    /** Every topic, in the order a case passes them. */
    public static List<String> all() {
        return ALL;
    }

    /** Where a service puts what it could not understand. */
    public static String deadLetters(String service) {
        return service + ".deadletters";
    }
}
