package io.minutebook.knowledge.command;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.knowledge.domain.Article;
import io.minutebook.knowledge.domain.ArticleCommand;
import io.minutebook.knowledge.domain.ArticleEvent;
import io.minutebook.knowledge.domain.ArticleState;
import io.minutebook.platform.command.AggregateType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How articles are stored: one stream an article. */
@Configuration(proxyBeanMethods = false)
class ArticleSubject {
    static EventCodec<ArticleEvent> types() {
        return EventCodec.of("knowledge", ArticleEvent.class)
                .type("ArticleDrafted", 1, ArticleEvent.ArticleDrafted.class)
                .type("ArticlePublished", 1, ArticleEvent.ArticlePublished.class)
                .type("ArticleRevised", 1, ArticleEvent.ArticleRevised.class)
                .type("ArticleRetired", 1, ArticleEvent.ArticleRetired.class);
    }

    @Bean
    AggregateType<ArticleCommand, ArticleState, ArticleEvent> articles() {
        return new AggregateType<>(
                "article",
                ArticleCommand.class,
                ArticleCommand::articleId,
                new Article(),
                types(),
                ArticleSubject::site);
    }

    static @Nullable String site(ArticleState state) {
        return switch (state) {
            case ArticleState.Unwritten u -> null;
            case ArticleState.Draft draft -> draft.content().site();
            case ArticleState.Published published -> published.content().site();
            case ArticleState.Retired retired -> retired.content().site();
        };
    }
}
