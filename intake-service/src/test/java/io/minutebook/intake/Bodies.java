package io.minutebook.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Request bodies as a client would write them. */
final class Bodies {
    private Bodies() {}

    static Map<String, Object> call() {
        return map("site", "shanghai", "line", "400-1", "callerNumber", "13800000000");
    }

    /** The smallest fault that is taken. */
    static Map<String, Object> fault() {
        return map(
                "channel", "phone",
                "site", "shanghai",
                "type", "FAULT",
                "customer", map("name", "王芳", "phone", "13800000000"),
                "product", map("model", "X1", "serialNumber", "SN-1"),
                "symptom", "no picture");
    }

    static Map<String, Object> concluded(String outcome) {
        return map("outcome", outcome, "steps", List.of("checked the cable"));
    }

    static Map<String, Object> with(Map<String, Object> body, Object... more) {
        Map<String, Object> next = new LinkedHashMap<>(body);
        next.putAll(map(more));
        return next;
    }

    static Map<String, Object> without(Map<String, Object> body, String field) {
        Map<String, Object> next = new LinkedHashMap<>(body);
        next.remove(field);
        return next;
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
