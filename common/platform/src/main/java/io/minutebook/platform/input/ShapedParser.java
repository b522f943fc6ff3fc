package io.minutebook.platform.input;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.JavaType;

/**
 * Stops reading a JSON body where it holds more than the record it is to become could: a list or map far beyond its size, fields that nobody
 * knows, values without end. So a body that will be refused costs little, however long it is.
 */
final class ShapedParser extends JsonParserDelegate {
    private static final int MOST_STRANGE = 100;

    private final RequestShapes requestShapes;
    private final JavaType target;
    private final int mostTokens;
    private final Deque<Container> open = new ArrayDeque<>();
    private int tokens;

    ShapedParser(JsonParser parser, JavaType target, RequestShapes requestShapes, int mostTokens) {
        super(parser);
        this.requestShapes = requestShapes;
        this.target = target;
        this.mostTokens = mostTokens;
    }

    /** A list or an object that is being read: its type, null where the record holds no such thing, and the part of a record that it is, if any. */
    private static final class Container {
        private final boolean list;
        private final @Nullable JavaType type;
        private final RequestShapes.@Nullable Part part;
        private final int most;
        private int members;
        private String name = "";

        Container(boolean list, @Nullable JavaType type, RequestShapes.@Nullable Part part, int most) {
            this.list = list;
            this.type = type;
            this.part = part;
            this.most = most;
        }

        private String step() {
            return list ? "[" + (members - 1) + "]" : name;
        }
    }

    @Override
    public JsonToken nextToken() {
        JsonToken token = super.nextToken();
        look(token);
        return token;
    }

    @Override
    public String nextName() {
        String name = super.nextName();
        look(currentToken());
        return name;
    }

    private void look(@Nullable JsonToken token) {
        if (token == null) {
            return;
        }
        if (++tokens > mostTokens) {
            throw new InvalidRequest("body", "holds more values than are read here");
        }
        if (token.isStructEnd()) {
            open.pop();
            return;
        }
        Container around = open.peek();
        if (around != null && (around.list || token == JsonToken.PROPERTY_NAME)) {
            count(around);
        }
        if (token.isStructStart()) {
            open.push(container(token == JsonToken.START_ARRAY, around));
        }
    }

    private void count(Container around) {
        if (++around.members > around.most) {
            open.pop();
            String path = path();
            throw new InvalidRequest(path.isEmpty() ? "body" : path, tooMany(around));
        }
        if (!around.list) {
            around.name = currentName();
        }
    }

    private static String tooMany(Container container) {
        if (container.part != null && container.type != null && !container.type.isRecordType()) {
            return container.part.tooMany();
        }
        return container.list ? "holds more than is read here" : "has too many fields that are not known here";
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        open.descendingIterator().forEachRemaining(container -> {
            if (!container.list && !path.isEmpty()) {
                path.append('.');
            }
            path.append(container.step());
        });
        return FaultMessages.join("", path.toString());
    }

    private Container container(boolean list, @Nullable Container around) {
        if (around == null) {
            return container(list, target, null);
        }
        JavaType type = around.type;
        if (type == null) {
            return container(list, null, null);
        }
        if (type.isRecordType()) {
            RequestShapes.Part part = requestShapes.of(type).part(around.name);
            return container(list, part == null ? null : part.type(), part);
        }
        return container(list, anything(type) ? type : type.getContentType(), null);
    }

    private Container container(boolean list, @Nullable JavaType type, RequestShapes.@Nullable Part part) {
        if (type != null && anything(type)) {
            return new Container(list, type, part, Integer.MAX_VALUE);
        }
        if (type != null && list && type.isCollectionLikeType() || type != null && !list && type.isMapLikeType()) {
            return new Container(list, type, part, part == null ? Integer.MAX_VALUE : beyond(part.most()));
        }
        if (type != null && !list && type.isRecordType()) {
            int parts = requestShapes.of(type).parts().size();
            return new Container(list, type, part, parts + MOST_STRANGE);
        }
        return new Container(list, null, part, MOST_STRANGE);
    }

    /** A list that is a little too long is read whole, so that its other faults are named with this one. */
    private static int beyond(int most) {
        return most > Integer.MAX_VALUE - MOST_STRANGE ? most : most + MOST_STRANGE;
    }

    private static boolean anything(JavaType type) {
        return BodyValidator.anything(type);
    }
}
