package io.minutebook.eventlog;

import java.time.Instant;
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

    public InstantModule() {
        addDeserializer(Instant.class, new Reading());
        addSerializer(Instant.class, new Writing());
    }

    private static final class Reading extends ValueDeserializer<Instant> {
        @Override
        public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
            Instant time = json.hasToken(JsonToken.VALUE_STRING) ? IsoInstants.parsed(json.getString()) : null;
            return time != null ? time : InstantDeserializer.INSTANT.deserialize(json, context);
        }
    }

    private static final class Writing extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
            json.writeString(IsoInstants.text(time));
        }
    }
}
