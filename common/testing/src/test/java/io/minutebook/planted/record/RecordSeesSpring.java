package io.minutebook.planted.record;

import org.springframework.util.StringUtils;

/** A record that needs a framework. */
public final class RecordSeesSpring {
    private RecordSeesSpring() {}

    static boolean text(String text) {
        return StringUtils.hasText(text);
    }
}
