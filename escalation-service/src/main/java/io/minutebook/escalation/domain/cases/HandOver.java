package io.minutebook.escalation.domain.cases;

/** How intake passes a case on (派单, 转派, 加派). */
public enum HandOver {
    /** For the first time, or again after it came back. */
    FIRST,
    /** Instead of those who have it. */
    INSTEAD,
    /** Beside those who have it, who go on. */
    BESIDE
}
