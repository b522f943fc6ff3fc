package io.minutebook.intake.domain.cases;

/** What a customer wants (咨询, 故障, 建议, 投诉). */
public enum CaseType {
    ENQUIRY,
    FAULT,
    SUGGESTION,
    COMPLAINT;

    /** Suggestions are passed on without a time limit; all others run against the clocks. */
    boolean clocked() {
        return switch (this) {
            case ENQUIRY, FAULT, COMPLAINT -> true;
            case SUGGESTION -> false;
        };
    }
}
