package io.minutebook.platform.timer;

/** Makes the command that looks at a clock again when a moment of it has come: it opens, warns, or is past its limit. */
public interface TimerCommands {
    /** The name of the subject whose clocks these are. */
    String subject();

    Object due(String stream, String clock, int round);
}
