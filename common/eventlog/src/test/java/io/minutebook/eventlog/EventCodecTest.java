package io.minutebook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    sealed interface Event {
        record Named(String given, String family) implements Event {}
    }

    private final EventCodec<Event> types = EventCodec.of("trial", Event.class)
            .type("Named", 3, Event.Named.class)
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
    void a_missing_step_or_name_stops_the_start() {
        EventCodec<Event> missingStep = EventCodec.of("trial", Event.class).type("Named", 2, Event.Named.class);
        assertThatThrownBy(missingStep::verified).hasMessageContaining("upcaster of trial.Named from version 1");
        assertThatThrownBy(() -> EventCodec.of("trial", Event.class).verified()).hasMessageContaining("Named");
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
