package io.minutebook.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.bench.kill.Door.Answer;
import org.junit.jupiter.api.Test;

class DoorTest {
    private static final Answer DONE = new Answer(201, "a");
    private static final Answer NOBODY = new Answer(0, "connection reset");
    private static final Answer EARLY = new Answer(409, "case-not-known-yet");
    private static final Answer REFUSED = new Answer(409, "already-dispatched");

    @Test
    void of_two_answers_to_one_key_the_one_that_settles_something_counts_and_a_refusal_most_of_all() {
        assertThat(Door.both(DONE, NOBODY)).isEqualTo(DONE);
        assertThat(Door.both(NOBODY, DONE)).isEqualTo(DONE);
        assertThat(Door.both(NOBODY, EARLY).open()).isTrue();
        assertThat(Door.both(DONE, REFUSED)).isEqualTo(REFUSED);
        assertThat(Door.both(REFUSED, DONE)).isEqualTo(REFUSED);
        assertThat(Door.both(DONE, DONE)).isEqualTo(DONE);
    }

    @Test
    void two_different_answers_to_one_key_are_a_refusal_to_be_named() {
        var both = Door.both(DONE, new Answer(201, "b"));
        assertThat(both.done()).isFalse();
        assertThat(both.open()).isFalse();
    }
}
