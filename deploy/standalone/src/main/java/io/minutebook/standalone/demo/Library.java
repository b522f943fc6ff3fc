package io.minutebook.standalone.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The knowledge the demo's agents work with: an article for each trouble in each language. */
final class Library {
    private static final String ENGLISH = """
        ## First line
        %s.

        ## If that does not help
        %s.
        """;
    private static final String CHINESE = """
        ## 一线处理
        %s。

        ## 无效时
        %s。
        """;

    private final PublicApi api;
    private final Map<String, String> articles = new HashMap<>();

    Library(PublicApi api) {
        this.api = api;
    }

    void open() throws InterruptedException {
        for (Trouble trouble : Trouble.ALL) {
            articles.put(
                    key(trouble, false),
                    published(trouble, false, trouble.symptom().zh()));
            articles.put(
                    key(trouble, true),
                    published(trouble, true, trouble.symptom().en()));
        }
    }

    /** A draft that nobody published yet. */
    void write(Trouble trouble, boolean english, int number) throws InterruptedException {
        String title = trouble.symptom().in(english) + (english ? ", case " : "，案例 ") + number;
        drafted(trouble, english, title);
    }

    Optional<String> article(Trouble trouble, boolean english) {
        return Optional.ofNullable(articles.get(key(trouble, english))).filter(id -> !id.isEmpty());
    }

    private String published(Trouble trouble, boolean english, String title) throws InterruptedException {
        String id = drafted(trouble, english, title);
        api.post("/api/knowledge/articles/" + id + "/publish", Map.of());
        return id;
    }

    private String drafted(Trouble trouble, boolean english, String title) throws InterruptedException {
        Map<String, Object> article = Map.of(
                "title",
                title,
                "body",
                body(trouble, english),
                "language",
                english ? "en" : "zh",
                "products",
                List.of(trouble.model()),
                "solutionTier",
                "BASIC",
                "riskWarning",
                trouble.risk().in(english));
        return api.post("/api/knowledge/articles", article).path("articleId").asString("");
    }

    private static String body(Trouble trouble, boolean english) {
        String text = english ? ENGLISH : CHINESE;
        return text.formatted(trouble.step().in(english), trouble.plan().in(english));
    }

    private static String key(Trouble trouble, boolean english) {
        return trouble.symptom().in(english);
    }
}
