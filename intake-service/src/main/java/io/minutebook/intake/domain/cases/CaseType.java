package io.minutebook.intake.domain.cases;

/** What a customer wants (咨询, 故障, 建议, 投诉). */
public enum CaseType {
    ENQUIRY,
    FAULT,
    SUGGESTION,
    COMPLAINT
}
