package io.minutebook.platform.input;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies strictly, JSON as well as the forms of pages, into the same request records; answers are written by others. */
final class StrictBodyConverter implements GenericHttpMessageConverter<Object> {
    private static final List<MediaType> JSON =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    private static final MediaType FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final List<MediaType> READ =
            Stream.concat(JSON.stream(), Stream.of(FORM)).toList();
    private static final int MEBIBYTE = 1 << 20;
    /** In each mebibyte that a body may have. */
    private static final int MOST_TOKENS = 100_000;

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
        if (media == null || NOT_JSON.stream().anyMatch(other -> other == type)) {
            return false;
        }
        return JSON.stream().anyMatch(json -> json.includes(media)) || FORM.includes(media) && isRecord(type);
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
        int limit = limit(target);
        if (message.getHeaders().getContentLength() > limit) {
            throw new BodyTooLarge(limit);
        }
        return FORM.includes(message.getHeaders().getContentType())
                ? fromForm(target, bytes(message, limit))
                : validator().read(target, tree(target, new LimitedBody(message.getBody(), limit), limit));
    }

    private Object fromForm(JavaType target, byte[] bytes) {
        FormReader.Read form = FormReader.read(target, fields(text(bytes)), requestShapes);
        try {
            return validator().read(target, form.json());
        } catch (InvalidRequest refused) {
            throw form.named(refused);
        }
    }

    private BodyValidator validator() {
        return new BodyValidator(mapper, validator, requestShapes);
    }

    private static boolean isRecord(Type type) {
        return type instanceof Class<?> raw && raw.isRecord();
    }

    private static Map<String, List<String>> fields(String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                fields.computeIfAbsent(name, any -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new InvalidRequest("body", "is not a form as browsers send it");
        }
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
        byte[] bytes = message.getBody().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new BodyTooLarge(limit);
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidRequest("body", "is not valid UTF-8");
        }
    }

    private JsonNode tree(JavaType target, InputStream body, int limit) throws IOException {
        JsonNode tree;
        try (JsonParser parser = new ShapedParser(
                mapper.createParser(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder())),
                target,
                requestShapes,
                limit / MEBIBYTE * MOST_TOKENS)) {
            tree = mapper.readTree(parser);
            if (parser.nextToken() != null) {
                throw new InvalidRequest("body", "is not valid JSON" + where(parser.currentTokenLocation()));
            }
        } catch (JacksonIOException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                throw new InvalidRequest("body", "is not valid UTF-8");
            }
            throw broken.getCause();
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
        String where = where(notJson.getLocation());
        boolean twice = String.valueOf(notJson.getOriginalMessage()).startsWith("Duplicate");
        return twice ? "has a field twice" + where : "is not valid JSON" + where;
    }

    private static String where(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
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
        return READ;
    }
}
