package io.minutebook.intake.domain.cases;

/** How a case is passed on (派单, 转派, 加派). */
public enum HandOver {
    /** To the first one who gets it in this cycle. */
    FIRST,
    /** To another one, instead of those who have it. */
    INSTEAD,
    /** To another one beside those who have it, who go on. */
    BESIDE
}
