package io.minutebook.followup.view.ledger;

import io.minutebook.projection.CloudEventReader;
import io.minutebook.projection.StringPool;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What the list and the clocks go by in an event's value, read once and without building a tree of it. Null where the value says nothing, or
 * something else than a text.
 *
 * @param product the model where one is named
 * @param engineer for an imported row the resource
 * @param caseKey the case's key in the system it was imported from
 * @param step what an imported row stands for
 * @param rank an imported row's place
 * @param clock of a clock's event; the fields about the case are then left alone
 */
record EntryFields(
        @Nullable String callId,
        @Nullable String caseId,
        @Nullable String number,
        @Nullable String site,
        @Nullable String type,
        @Nullable String priority,
        @Nullable String symptom,
        @Nullable String product,
        @Nullable String owner,
        @Nullable String engineer,
        @Nullable String caseKey,
        @Nullable String step,
        int rank,
        @Nullable ClockFields clock) {

    /** @throws CloudEventReader.Unreadable where the value is no JSON object */
    static EntryFields of(String type, String subject, String data) {
        boolean aboutClock = ClockRun.TYPES.contains(type);
        Ear parser = new Ear(subject, aboutClock ? new ClockFields.Parser() : null);
        try (JsonParser json = RecordEntry.JSON.createParser(data)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new CloudEventReader.Unreadable("the value is no JSON object");
            }
            for (String field = json.nextName(); field != null; field = json.nextName()) {
                parser.accept(field, json.nextToken(), json);
            }
            if (json.nextToken() != null) {
                throw new CloudEventReader.Unreadable("the value is no JSON");
            }
        } catch (JacksonException malformed) {
            throw new CloudEventReader.Unreadable("the value is no JSON");
        }
        return parser.fields();
    }

    private static final class Ear {
        private final String subject;
        private final ClockFields.@Nullable Parser clock;
        private @Nullable String callId;
        private @Nullable String caseId;
        private @Nullable String number;
        private @Nullable String site;
        private @Nullable String type;
        private @Nullable String priority;
        private @Nullable String symptom;
        private @Nullable String product;
        private @Nullable String model;
        private @Nullable String owner;
        private @Nullable String engineer;
        private @Nullable String resource;
        private @Nullable String caseKey;
        private @Nullable String step;
        private int rank;

        Ear(String subject, ClockFields.@Nullable Parser clock) {
            this.subject = subject;
            this.clock = clock;
        }

        /** Mostly the subject's, which is then kept once. */
        private @Nullable String id(@Nullable String found) {
            return subject.equals(found) ? subject : found;
        }

        void accept(String field, JsonToken value, JsonParser json) {
            switch (field) {
                case "callId" -> callId = id(text(value, json, callId));
                case "caseId" -> caseId = id(text(value, json, caseId));
                default -> {
                    if (clock == null) {
                        ofCase(field, value, json);
                    } else {
                        clock.accept(field, value, json);
                    }
                }
            }
        }

        private void ofCase(String field, JsonToken value, JsonParser json) {
            switch (field) {
                case "caseNumber" -> number = text(value, json, number);
                case "site" -> site = word(value, json, site);
                case "type" -> type = word(value, json, type);
                case "priority" -> priority = word(value, json, priority);
                case "symptom" -> symptom = text(value, json, symptom);
                case "product" -> product = word(value, json, product);
                case "productModel" -> model = word(value, json, model);
                case "owner" -> owner = word(value, json, owner);
                case "engineer" -> engineer = word(value, json, engineer);
                case "resource" -> resource = word(value, json, resource);
                case "caseKey" -> caseKey = text(value, json, caseKey);
                case "step" -> step = word(value, json, step);
                case "rank" -> rank = value == JsonToken.VALUE_NUMBER_INT ? json.getValueAsInt(0) : rank;
                default -> json.skipChildren();
            }
        }

        EntryFields fields() {
            return new EntryFields(
                    callId,
                    caseId,
                    number,
                    site,
                    type,
                    priority,
                    symptom,
                    model == null ? product : model,
                    owner,
                    engineer == null ? resource : engineer,
                    caseKey,
                    step,
                    rank,
                    clock == null ? null : clock.fields());
        }
    }

    private static @Nullable String word(JsonToken value, JsonParser json, @Nullable String before) {
        String found = text(value, json, before);
        return found == null ? null : StringPool.word(found);
    }

    private static @Nullable String text(JsonToken value, JsonParser json, @Nullable String before) {
        if (value != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return before;
        }
        String found = json.getString();
        return found.isEmpty() ? before : storable(found);
    }

    /** JSON can spell what a text column cannot hold: a NUL, half of a character. */
    private static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .replace('\0', '\uFFFD');
            }
        }
        return text;
    }
}
