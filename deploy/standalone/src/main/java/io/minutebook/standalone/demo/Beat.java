package io.minutebook.standalone.demo;

import java.time.Duration;

/** One thing somebody does, so long after the thing before. */
record Beat(Duration after, Act act) {
    /** What is done, by whoever's turn it is. */
    interface Act {
        void play(Scene scene) throws InterruptedException;
    }

    static Beat seconds(int after, Act act) {
        return new Beat(Duration.ofSeconds(after), act);
    }

    static Beat minutes(int after, Act act) {
        return new Beat(Duration.ofMinutes(after), act);
    }
}
