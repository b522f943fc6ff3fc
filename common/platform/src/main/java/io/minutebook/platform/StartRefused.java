package io.minutebook.platform;

/** A service cannot start as it is; the message is the one line that its operator or developer reads, without a stack trace. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String service, String why) {
        super(service + " cannot start, " + why, null, false, false);
    }
}
