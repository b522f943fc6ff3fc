package io.minutebook.knowledge.domain.articles;

import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an article. */
public sealed interface ArticleEvent extends DomainEvent {
    @StoredAs("ArticleDrafted")
    record ArticleDrafted(Content content, Instant at) implements ArticleEvent {}

    /** Out for everybody, as it stood in this revision. */
    @StoredAs("ArticlePublished")
    record ArticlePublished(Content content, int revision, Instant at) implements ArticleEvent {}

    /** Rewritten; where the article was out, so is this. */
    @StoredAs("ArticleRevised")
    record ArticleRevised(Content content, int revision, boolean published, Instant at) implements ArticleEvent {}

    @StoredAs("ArticleRetired")
    record ArticleRetired(String title, @Nullable String reason, Instant at) implements ArticleEvent {}
}
