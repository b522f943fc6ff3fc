package io.minutebook.knowledge.messaging;

import io.minutebook.contract.ArticleDrafted;
import io.minutebook.contract.ArticlePublished;
import io.minutebook.contract.ArticleRetired;
import io.minutebook.contract.ArticleRevised;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.SolutionTier;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.knowledge.domain.articles.ArticleEvent;
import io.minutebook.knowledge.domain.articles.Content;
import io.minutebook.platform.messaging.Publisher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes articles, with their whole text. */
@Component
class ArticlePublisher implements Publisher<ArticleEvent> {
    @Override
    public Class<ArticleEvent> family() {
        return ArticleEvent.class;
    }

    @Override
    public String topic() {
        return Topics.KNOWLEDGE_ARTICLES;
    }

    @Override
    public PublishedEvent translate(StoredEvent<ArticleEvent> stored) {
        String id = stored.stream();
        return switch (stored.event()) {
            case ArticleEvent.ArticleDrafted e -> drafted(id, e.content());
            case ArticleEvent.ArticlePublished e -> published(id, e.content(), e.revision());
            case ArticleEvent.ArticleRevised e -> revised(id, e.content(), e.revision(), e.published());
            case ArticleEvent.ArticleRetired e -> new ArticleRetired(id, e.title(), e.reason());
        };
    }

    private static ArticleDrafted drafted(String id, Content c) {
        return new ArticleDrafted(
                id, c.title(), c.body(), c.language(), c.site(), c.products(), tier(c), c.riskWarning(), 1);
    }

    private static ArticlePublished published(String id, Content c, int revision) {
        return new ArticlePublished(
                id, c.title(), c.body(), c.language(), c.site(), c.products(), tier(c), c.riskWarning(), revision);
    }

    private static ArticleRevised revised(String id, Content c, int revision, boolean published) {
        return new ArticleRevised(
                id,
                c.title(),
                c.body(),
                c.language(),
                c.site(),
                c.products(),
                tier(c),
                c.riskWarning(),
                revision,
                published);
    }

    private static @Nullable SolutionTier tier(Content content) {
        return content.solutionTier() == null
                ? null
                : SolutionTier.valueOf(content.solutionTier().name());
    }
}
