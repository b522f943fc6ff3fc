package io.minutebook.projection;

/** Which copy of a view's tables is meant: the one that answers, or the one a rebuild fills beside it. */
public enum TableCopy {
    SERVING(""),
    NEXT("_next");

    private final String suffix;

    TableCopy(String suffix) {
        this.suffix = suffix;
    }

    /** What the table names of this copy end with. */
    public String suffix() {
        return suffix;
    }
}
