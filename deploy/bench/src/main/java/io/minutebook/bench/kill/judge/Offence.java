package io.minutebook.bench.kill.judge;

/** Something that must never be. */
public record Offence(Kind kind, String where, String what) {
    /** How the record was broken. */
    public enum Kind {
        /** Acknowledged, or recorded one room before, and not here. */
        LOST,
        /** Here more than once, or caused by nothing. */
        DOUBLED,
        /** Here, but not in its order. */
        REORDERED,
        /** Refused although every step before it had been acknowledged. */
        REFUSED
    }

    @Override
    public String toString() {
        return kind + " in " + where + ": " + what;
    }
}
