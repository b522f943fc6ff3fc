package io.minutebook.followup.domain.cases;

import org.jspecify.annotations.Nullable;

/** Whom to call back and to ask; all of it is personal. The language is a BCP 47 tag such as zh-CN. */
public record Customer(
        String name,
        String phone,
        @Nullable String email,
        @Nullable String language) {
    private static final String DEFAULT_LANGUAGE = "zh-CN";

    String languageOrDefault() {
        return language == null ? DEFAULT_LANGUAGE : language;
    }
}
