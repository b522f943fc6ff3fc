package io.minutebook.intake.domain.calls;

/** How a customer on the phone feels, as the agent hears it. */
public enum Emotion {
    /** In a hurry, or worried: is calmed first. */
    ANXIOUS,
    /** Shouts or insults: is heard out, and a supervisor helps. */
    ABUSIVE,
    /** Calm, or calm again. */
    CALM
}
