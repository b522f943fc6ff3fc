package io.minutebook.knowledge.api;

import io.minutebook.kernel.Rejected;
import io.minutebook.knowledge.domain.articles.ArticleState;
import io.minutebook.knowledge.domain.articles.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as it stands; {@code status} is draft, published or retired. */
record ArticleResponse(
        String articleId,
        String status,
        int revision,
        String title,
        String body,
        String language,
        @Nullable String site,
        List<String> products,
        @Nullable String solutionTier,
        @Nullable String riskWarning) {
    static ArticleResponse of(String articleId, ArticleState state) {
        return switch (state) {
            case ArticleState.Unwritten u -> throw new Rejected("article-not-found", "There is no such article.");
            case ArticleState.Draft draft -> of(articleId, "draft", draft.revision(), draft.content());
            case ArticleState.Published published ->
                of(articleId, "published", published.revision(), published.content());
            case ArticleState.Retired retired -> of(articleId, "retired", retired.revision(), retired.content());
        };
    }

    private static ArticleResponse of(String articleId, String status, int revision, Content content) {
        return new ArticleResponse(
                articleId,
                status,
                revision,
                content.title(),
                content.body(),
                content.language(),
                content.site(),
                content.products(),
                content.solutionTier() == null ? null : content.solutionTier().name(),
                content.riskWarning());
    }
}
