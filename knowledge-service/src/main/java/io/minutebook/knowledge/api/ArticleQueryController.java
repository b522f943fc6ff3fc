package io.minutebook.knowledge.api;

import io.minutebook.knowledge.domain.articles.ArticleCommand;
import io.minutebook.knowledge.domain.articles.ArticleEvent;
import io.minutebook.knowledge.domain.articles.ArticleState;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.security.AllowStaff;
import io.minutebook.platform.security.SiteAccess;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows an article to everybody who may see its site. */
@RestController
@RequestMapping("/api/knowledge/articles")
class ArticleQueryController {
    private final AggregateStates aggregateStates;
    private final AggregateType<ArticleCommand, ArticleState, ArticleEvent> articles;
    private final SiteAccess access;

    ArticleQueryController(
            AggregateStates aggregateStates,
            AggregateType<ArticleCommand, ArticleState, ArticleEvent> articles,
            SiteAccess access) {
        this.aggregateStates = aggregateStates;
        this.articles = articles;
        this.access = access;
    }

    @GetMapping("/{articleId}")
    @AllowStaff
    ArticleResponse read(@PathVariable UUID articleId) {
        ArticleResponse answer =
                ArticleResponse.of(articleId.toString(), aggregateStates.state(articles, articleId.toString()));
        if (answer.site() != null) {
            access.require(answer.site());
        }
        return answer;
    }
}
