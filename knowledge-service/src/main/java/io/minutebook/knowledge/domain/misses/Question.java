package io.minutebook.knowledge.domain.misses;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody searched for. {@code language} (a BCP 47 tag) and {@code product} are null where the search was not narrowed by them. */
public record Question(
        String text, @Nullable String language, @Nullable String product) {
    /** The same id for the same question on the same day, however it is spaced and capitalised. */
    public String missId(LocalDate day) {
        String key = day + "|" + plain(text) + "|" + plain(language) + "|" + plain(product);
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String plain(@Nullable String words) {
        return words == null
                ? ""
                : Normalizer.normalize(words, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
