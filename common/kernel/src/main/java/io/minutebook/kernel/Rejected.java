package io.minutebook.kernel;

/** A rule says no to a person. The code is stable and in kebab-case; over HTTP it becomes a 409 with that code. */
public final class Rejected extends RuntimeException {
    private final String code;

    public Rejected(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
