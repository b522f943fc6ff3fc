package io.minutebook.eventlog;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Has times read and written by {@link IsoInstants}; whatever else stands for a time is read as Jackson always reads it. */
public final class InstantModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Writes times as {@link Instant#toString} does. */
    public InstantModule() {
        this(IsoInstants::text);
    }

    /** @param text how a time is written */
    public InstantModule(Function<Instant, String> text) {
        addDeserializer(Instant.class, new Reading());
        addSerializer(Instant.class, new Writing(text));
    }

    private static final class Reading extends ValueDeserializer<Instant> {
        @Override
        public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
            Instant time = json.hasToken(JsonToken.VALUE_STRING) ? IsoInstants.parsed(json.getString()) : null;
            return time != null ? time : InstantDeserializer.INSTANT.deserialize(json, context);
        }
    }

    private static final class Writing extends ValueSerializer<Instant> {
        private final Function<Instant, String> text;

        Writing(Function<Instant, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
            json.writeString(text.apply(time));
        }
    }
}
