package io.minutebook.knowledge.api;

import io.minutebook.knowledge.domain.articles.Content;
import io.minutebook.knowledge.domain.articles.SolutionTier;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.SiteId;
import io.minutebook.platform.input.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the addresses of articles take. {@code occurredAt} says when a step happened that is entered later. */
final class ArticleRequests {
    private static final String TAG = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$";

    private ArticleRequests() {}

    /** A whole article; {@code site} and {@code products} are left out where it is for all. */
    record Write(
            @Text(max = 200) String title,
            @Text(max = 100_000) String body,

            @Pattern(regexp = TAG, message = "must be a language tag such as zh-CN or en")
            String language,

            @Nullable @SiteId String site,
            @Nullable @Size(max = 100) List<@Text(max = 100) String> products,

            @Nullable @Pattern(regexp = "BASIC|ADVANCED|FALLBACK", message = "must be BASIC, ADVANCED or FALLBACK")
            String solutionTier,

            @Nullable @Text(max = 4000) String riskWarning,
            @Nullable @Occurred Instant occurredAt) {
        Content content() {
            return new Content(
                    title,
                    body,
                    language,
                    site,
                    products == null ? List.of() : products,
                    solutionTier == null ? null : SolutionTier.valueOf(solutionTier),
                    riskWarning);
        }
    }

    record Publish(@Nullable @Occurred Instant occurredAt) {
        static final Publish NOW = new Publish(null);
    }

    record Retire(
            @Nullable @Text(max = 4000, blank = true) String reason,
            @Nullable @Occurred Instant occurredAt) {
        static final Retire NOW = new Retire(null, null);
    }
}
