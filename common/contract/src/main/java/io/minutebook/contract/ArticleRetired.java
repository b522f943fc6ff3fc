package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The article is no longer valid; searches find it no more.
 *
 * @param articleId the article, a UUID
 * @param title the title
 * @param reason why
 */
@Event(topics = Topics.KNOWLEDGE_ARTICLES)
public record ArticleRetired(
        @OffTimeline String articleId,
        String title,
        @Nullable String reason) implements OnArticle {
    public ArticleRetired {
        FieldChecks.present(articleId, "articleId");
        FieldChecks.present(title, "title");
    }
}
