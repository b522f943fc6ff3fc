package io.minutebook.followup.record;

import io.minutebook.eventlog.IsoInstants;
import io.minutebook.projection.StringPool;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a clock's event says of the clock. Null where it says nothing, or something that is none.
 *
 * @param now how it stands after a correction
 * @param restsOn the events a verdict rests on
 */
public record ClockFields(
        String clock,
        int round,
        @Nullable Instant opensAt,
        @Nullable Instant warnAt,
        @Nullable Instant dueAt,
        @Nullable UUID startedBy,
        String policy,
        String reason,
        String now,
        List<UUID> restsOn) {

    public static final class Parser {
        private String clock = "";
        private int round = 1;
        private @Nullable Instant opensAt;
        private @Nullable Instant warnAt;
        private @Nullable Instant dueAt;
        private @Nullable UUID startedBy;
        private String policy = "";
        private String reason = "";
        private String now = "";
        private List<UUID> restsOn = List.of();

        void accept(String field, JsonToken value, JsonParser json) {
            switch (field) {
                case "clock" -> clock = StringPool.word(text(value, json));
                case "round" -> round = value == JsonToken.VALUE_NUMBER_INT ? json.getValueAsInt(1) : 1;
                case "opensAt" -> opensAt = instant(text(value, json));
                case "warnAt" -> warnAt = instant(text(value, json));
                case "dueAt" -> dueAt = instant(text(value, json));
                case "startedBy" -> startedBy = uuid(text(value, json));
                case "policy" -> policy = StringPool.word(text(value, json));
                case "reason" -> reason = StringPool.word(text(value, json));
                case "now" -> now = StringPool.word(text(value, json));
                case "restsOn" -> restsOn = uuids(value, json);
                default -> json.skipChildren();
            }
        }

        ClockFields fields() {
            return new ClockFields(clock, round, opensAt, warnAt, dueAt, startedBy, policy, reason, now, restsOn);
        }
    }

    private static String text(JsonToken value, JsonParser json) {
        json.skipChildren();
        return value == JsonToken.VALUE_STRING ? json.getString() : "";
    }

    private static List<UUID> uuids(JsonToken value, JsonParser json) {
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        List<UUID> found = new ArrayList<>();
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
            UUID id = uuid(text(item, json));
            if (id != null) {
                found.add(id);
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : IsoInstants.parse(text);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
