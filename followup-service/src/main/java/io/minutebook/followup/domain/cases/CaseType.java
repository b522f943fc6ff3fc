package io.minutebook.followup.domain.cases;

/** What a customer wants: 咨询, 故障, 建议, 投诉. */
public enum CaseType {
    ENQUIRY,
    FAULT,
    SUGGESTION,
    COMPLAINT;

    /** Whoever makes a suggestion is thanked, not asked how well it was solved. */
    boolean surveyed() {
        return switch (this) {
            case ENQUIRY, FAULT, COMPLAINT -> true;
            case SUGGESTION -> false;
        };
    }
}
