package io.minutebook.platform.input;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON bodies strictly; answers are written by others. */
final class StrictBodyConverter implements GenericHttpMessageConverter<Object> {
    private static final List<MediaType> JSON =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    private static final int MEBIBYTE = 1 << 20;
    private static final List<Class<?>> NOT_JSON =
            List.of(String.class, byte[].class, Resource.class, InputStream.class);
    private final JsonMapper mapper = StrictJson.mapper();
    private final Validator validator;
    private final RequestShapes requestShapes;

    StrictBodyConverter(Validator validator) {
        this.validator = validator;
        this.requestShapes = new RequestShapes(mapper, validator);
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType media) {
        return media != null
                && JSON.stream().anyMatch(json -> json.includes(media))
                && NOT_JSON.stream().noneMatch(other -> other == type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return canRead(type, null, media);
    }

    @Override
    public Object read(Type type, @Nullable Class<?> context, HttpInputMessage message) throws IOException {
        Type full = context == null
                ? type
                : ResolvableType.forType(type, ResolvableType.forClass(context)).getType();
        JavaType target = mapper.constructType(full);
        return new BodyValidator(mapper, validator, requestShapes).read(target, tree(bytes(message, limit(target))));
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) throws IOException {
        return read(type, null, message);
    }

    private static int limit(JavaType target) {
        @Nullable BodyLimit limit = AnnotationUtils.findAnnotation(target.getRawClass(), BodyLimit.class);
        return (limit == null ? 1 : limit.mebibytes()) * MEBIBYTE;
    }

    private static byte[] bytes(HttpInputMessage message, int limit) throws IOException {
        if (message.getHeaders().getContentLength() > limit) {
            throw new BodyTooLarge(limit);
        }
        byte[] bytes = message.getBody().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new BodyTooLarge(limit);
        }
        return bytes;
    }

    private JsonNode tree(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidRequest("body", "is not valid UTF-8");
        }
        JsonNode tree;
        try {
            tree = mapper.readTree(text);
        } catch (StreamConstraintsException beyondReason) {
            throw new InvalidRequest("body", "is nested too deep, or a number or name in it is too long");
        } catch (JacksonException notJson) {
            throw new InvalidRequest(FaultMessages.path(notJson.getPath()), broken(notJson));
        }
        if (tree == null || tree.isMissingNode() || tree.isNull()) {
            throw new InvalidRequest("body", "is required");
        }
        return tree;
    }

    private static String broken(JacksonException notJson) {
        String where = notJson.getLocation() == null
                ? ""
                : " at line " + notJson.getLocation().getLineNr() + ", column "
                        + notJson.getLocation().getColumnNr();
        boolean twice = String.valueOf(notJson.getOriginalMessage()).startsWith("Duplicate");
        return twice ? "has a field twice" + where : "is not valid JSON" + where;
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> actual, @Nullable MediaType media) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    public void write(Object value, @Nullable Type type, @Nullable MediaType media, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("only reads");
    }

    @Override
    public void write(Object value, @Nullable MediaType media, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("only reads");
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return JSON;
    }
}
