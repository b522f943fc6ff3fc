package io.minutebook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.kernel.StoredAs;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    sealed interface Event {
        @StoredAs(value = "Named", version = 3)
        record Named(String given, String family) implements Event {}

        sealed interface Inner extends Event {}

        @StoredAs("Deep")
        record Deep(int depth) implements Inner {}
    }

    sealed interface Nameless {
        sealed interface Inner extends Nameless {}

        record Forgotten(int number) implements Inner {}
    }

    sealed interface Twice {
        @StoredAs("Once")
        record First(int number) implements Twice {}

        @StoredAs("Once")
        record Second(int number) implements Twice {}
    }

    private final EventCodec<Event> types = EventCodec.of("trial", Event.class)
            .upcast("Named", 1, old -> old.put("given", old.get("name").asString()))
            .upcast("Named", 2, old -> old.put("family", "unknown"));

    @Test
    void an_event_of_the_first_version_is_brought_up_step_by_step() {
        assertThat(types.verified().decode("trial.Named", 1, json("{\"name\":\"x\"}")))
                .isEqualTo(new Event.Named("x", "unknown"));
        assertThat(types.decode("trial.Named", 2, json("{\"given\":\"y\"}")))
                .isEqualTo(new Event.Named("y", "unknown"));
    }

    @Test
    void todays_version_is_read_as_it_was_written() {
        Event.Named event = new Event.Named("x", "z");
        EventCodec.EncodedValue stored = types.encode(event);
        assertThat(types.decode(stored.type(), stored.version(), stored.payload()))
                .isEqualTo(event);
    }

    @Test
    void a_newer_version_and_an_unknown_name_are_refused() {
        assertThatThrownBy(() -> types.decode("trial.Named", 4, json("{}"))).hasMessageContaining("newer");
        assertThatThrownBy(() -> types.decode("trial.Other", 1, json("{}"))).hasMessageContaining("unknown");
    }

    @Test
    void an_event_of_a_family_within_the_family_is_stored_as_well() {
        EventCodec.EncodedValue stored = types.encode(new Event.Deep(2));
        assertThat(stored.type()).isEqualTo("trial.Deep");
        assertThat(types.decode(stored.type(), 1, stored.payload())).isEqualTo(new Event.Deep(2));
    }

    @Test
    void a_missing_upcaster_a_missing_name_and_a_name_that_stands_twice_stop_the_start() {
        EventCodec<Event> missingStep =
                EventCodec.of("trial", Event.class).upcast("Named", 1, old -> old.put("given", "x"));
        assertThatThrownBy(missingStep::verified).hasMessageContaining("trial.Named from version 2");
        assertThatThrownBy(() -> EventCodec.of("trial", Nameless.class))
                .hasMessageContaining("@StoredAs")
                .hasMessageContaining("Forgotten");
        assertThatThrownBy(() -> EventCodec.of("trial", Twice.class)).hasMessageContaining("trial.Once");
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
