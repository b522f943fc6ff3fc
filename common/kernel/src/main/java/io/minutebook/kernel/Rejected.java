package io.minutebook.kernel;

/** A rule says no to a person. The code is stable and in kebab-case; over HTTP it becomes a 409 with that code. */
public final class Rejected extends RuntimeException {
    private final String code;
    private final boolean temporary;

    public Rejected(String code, String reason) {
        this(code, reason, false);
    }

    private Rejected(String code, String reason, boolean temporary) {
        super(reason, null, false, false);
        this.code = code;
        this.temporary = temporary;
    }

    /** Returns a refusal that may pass by itself: what the command rests on can still be on its way from another service. */
    public static Rejected notYet(String code, String reason) {
        return new Rejected(code, reason, true);
    }

    public String code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Returns whether the same command may be accepted a moment later without anybody doing anything. */
    public boolean temporary() {
        return temporary;
    }
}
