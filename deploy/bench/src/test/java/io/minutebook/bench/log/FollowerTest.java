package io.minutebook.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The judge finds each kind of fault when it is planted. */
class FollowerTest {
    private final UUID stream = UUID.randomUUID();
    private final List<AdversaryEvent> written = IntStream.range(0, 100)
            .mapToObj(i -> new AdversaryEvent(UUID.randomUUID(), stream, i))
            .toList();
    private final Books books = new Books();
    private final List<UUID> ids =
            new ArrayList<>(written.stream().map(AdversaryEvent::id).toList());

    FollowerTest() {
        books.committed(written);
    }

    @Test
    void who_saw_all_of_it_in_order_is_clean() {
        assertThat(judged(ids)).isEqualTo(new Finding("f", 100, 0, 0, 0, 0, 0));
    }

    @Test
    void one_that_is_missing_is_found() {
        ids.remove(40);
        assertThat(judged(ids)).isEqualTo(new Finding("f", 99, 1, 0, 0, 0, 0));
    }

    @Test
    void one_that_came_twice_is_found() {
        ids.add(ids.get(7));
        assertThat(judged(ids)).isEqualTo(new Finding("f", 101, 0, 1, 0, 0, 0));
    }

    @Test
    void two_that_changed_places_are_found() {
        Collections.swap(ids, 3, 4);
        assertThat(judged(ids)).isEqualTo(new Finding("f", 100, 0, 0, 1, 0, 0));
    }

    @Test
    void one_that_was_never_committed_is_found() {
        ids.add(UUID.randomUUID());
        assertThat(judged(ids)).isEqualTo(new Finding("f", 101, 0, 0, 0, 1, 0));
    }

    @Test
    void who_is_interrupted_may_read_the_last_batch_again_and_nothing_else() {
        Follower follower = new Follower("f");
        follower.saw(ids.subList(0, 50));
        follower.saw(ids.subList(50, 60));
        follower.interrupted();
        follower.saw(ids.subList(50, 90));
        follower.saw(ids.subList(60, 100));
        assertThat(follower.judge(books)).isEqualTo(new Finding("f", 100, 0, 0, 0, 0, 2));
        follower.saw(ids.subList(60, 100));
        assertThat(follower.judge(books).doubled()).isEqualTo(40);
    }

    private Finding judged(List<UUID> seen) {
        Follower follower = new Follower("f");
        follower.saw(seen);
        return follower.judge(books);
    }
}
