package io.minutebook.knowledge;

import io.minutebook.eventlog.EventCodec;
import io.minutebook.knowledge.domain.articles.Article;
import io.minutebook.knowledge.domain.articles.ArticleCommand;
import io.minutebook.knowledge.domain.articles.ArticleEvent;
import io.minutebook.knowledge.domain.articles.ArticleState;
import io.minutebook.knowledge.domain.misses.Miss;
import io.minutebook.knowledge.domain.misses.MissCommand;
import io.minutebook.knowledge.domain.misses.MissEvent;
import io.minutebook.knowledge.domain.misses.MissState;
import io.minutebook.platform.command.AggregateType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The streams of this service: articles, and searches that found nothing (one for a question on a day). */
@Configuration(proxyBeanMethods = false)
class KnowledgeAggregates {
    static EventCodec<ArticleEvent> articleEvents() {
        return EventCodec.of("knowledge", ArticleEvent.class);
    }

    @Bean
    AggregateType<ArticleCommand, ArticleState, ArticleEvent> articles() {
        return new AggregateType<>(
                "article",
                ArticleCommand.class,
                ArticleCommand::articleId,
                new Article(),
                articleEvents(),
                ArticleState::site,
                List.of(),
                null);
    }

    static EventCodec<MissEvent> missEvents() {
        return EventCodec.of("knowledge", MissEvent.class);
    }

    @Bean
    AggregateType<MissCommand, MissState, MissEvent> misses() {
        return new AggregateType<>(
                "miss",
                MissCommand.class,
                MissCommand::missId,
                new Miss(),
                missEvents(),
                state -> null,
                List.of(),
                null);
    }
}
