package io.minutebook.knowledge.domain.articles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people do with an article. {@code occurredAt} is when they did it; null for now. */
public sealed interface ArticleCommand {
    String articleId();

    @Nullable
    Instant occurredAt();

    record DraftArticle(
            String articleId, Content content, @Nullable Instant occurredAt) implements ArticleCommand {}

    record PublishArticle(String articleId, @Nullable Instant occurredAt) implements ArticleCommand {}

    record ReviseArticle(
            String articleId, Content content, @Nullable Instant occurredAt) implements ArticleCommand {}

    record RetireArticle(
            String articleId,
            @Nullable String reason,
            @Nullable Instant occurredAt) implements ArticleCommand {}
}
