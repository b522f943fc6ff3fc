package io.minutebook.followup.record;

import io.minutebook.eventlog.IsoInstants;
import io.minutebook.projection.StringPool;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a clock's event says of the clock. Null or empty where it says nothing, or something that is none.
 *
 * @param now how it stands after a correction; null of another event
 * @param said what a verdict says of itself; of other events its fields are mostly null
 */
public record ClockFields(
        @Nullable UUID clockId,
        String clock,
        int round,
        @Nullable Instant opensAt,
        @Nullable Instant warnAt,
        @Nullable UUID startedBy,
        String owedByRole,
        @Nullable String owedBy,
        boolean provisional,
        String policy,
        String because,
        List<String> evidence,
        @Nullable Instant until,
        Said said,
        @Nullable Said now) {
    /** How a clock stands, as its service says it. */
    public record Said(
            String status,
            @Nullable Instant at,
            @Nullable Instant dueAt,
            @Nullable UUID act,
            @Nullable Long marginSeconds,
            @Nullable String reason,
            List<UUID> restsOn) {}

    public static final class Parser {
        private final SaidParser said = new SaidParser();
        private @Nullable UUID clockId;
        private String clock = "";
        private int round = 1;
        private @Nullable Instant opensAt;
        private @Nullable Instant warnAt;
        private @Nullable UUID startedBy;
        private String owedByRole = "";
        private @Nullable String owedBy;
        private boolean provisional;
        private String policy = "";
        private String because = "";
        private List<String> evidence = List.of();
        private @Nullable Instant until;
        private @Nullable Said now;

        void accept(String field, JsonToken value, JsonParser json) {
            switch (field) {
                case "clockId" -> clockId = uuid(text(value, json));
                case "clock" -> clock = StringPool.word(text(value, json));
                case "round" -> round = value == JsonToken.VALUE_NUMBER_INT ? json.getValueAsInt(1) : 1;
                case "opensAt" -> opensAt = instant(text(value, json));
                case "warnAt" -> warnAt = instant(text(value, json));
                case "startedBy" -> startedBy = uuid(text(value, json));
                case "owedByRole" -> owedByRole = StringPool.word(text(value, json));
                case "owedBy" -> owedBy = present(text(value, json));
                case "provisional" -> provisional = value == JsonToken.VALUE_TRUE;
                case "policy" -> policy = StringPool.word(text(value, json));
                case "because" -> because = StringPool.word(text(value, json));
                case "evidence" -> evidence = texts(value, json);
                case "until" -> until = instant(text(value, json));
                case "now" -> now = said(value, json);
                default -> said.accept(field, value, json);
            }
        }

        ClockFields fields() {
            return new ClockFields(
                    clockId,
                    clock,
                    round,
                    opensAt,
                    warnAt,
                    startedBy,
                    owedByRole,
                    owedBy,
                    provisional,
                    policy,
                    because,
                    evidence,
                    until,
                    said.said(),
                    now);
        }
    }

    private static final class SaidParser {
        private String status = "";
        private @Nullable Instant at;
        private @Nullable Instant dueAt;
        private @Nullable UUID act;
        private @Nullable Long marginSeconds;
        private @Nullable String reason;
        private List<UUID> restsOn = List.of();

        void accept(String field, JsonToken value, JsonParser json) {
            switch (field) {
                case "status" -> status = StringPool.word(text(value, json));
                case "at" -> at = instant(text(value, json));
                case "dueAt" -> dueAt = instant(text(value, json));
                case "act" -> act = uuid(text(value, json));
                case "marginSeconds" ->
                    marginSeconds = value == JsonToken.VALUE_NUMBER_INT ? json.getValueAsLong() : null;
                case "reason" -> reason = word(text(value, json));
                case "restsOn" -> restsOn = uuids(value, json);
                default -> json.skipChildren();
            }
        }

        Said said() {
            return new Said(status, at, dueAt, act, marginSeconds, reason, restsOn);
        }
    }

    private static @Nullable Said said(JsonToken value, JsonParser json) {
        if (value != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        SaidParser said = new SaidParser();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            said.accept(field, json.nextToken(), json);
        }
        return said.said();
    }

    private static String text(JsonToken value, JsonParser json) {
        json.skipChildren();
        return value == JsonToken.VALUE_STRING ? json.getString() : "";
    }

    private static @Nullable String word(String text) {
        return text.isEmpty() ? null : StringPool.word(text);
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<String> texts(JsonToken value, JsonParser json) {
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
            String text = text(item, json);
            if (!text.isEmpty()) {
                found.add(text);
            }
        }
        return List.copyOf(found);
    }

    private static List<UUID> uuids(JsonToken value, JsonParser json) {
        return texts(value, json).stream()
                .map(ClockFields::uuid)
                .filter(Objects::nonNull)
                .toList();
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
