package io.minutebook.knowledge.api;

import static io.minutebook.platform.security.Role.EDITOR;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.INTEGRATOR;

import io.minutebook.knowledge.domain.articles.ArticleCommand;
import io.minutebook.knowledge.domain.articles.ArticleEvent;
import io.minutebook.knowledge.domain.articles.ArticleState;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.AllowStaff;
import io.minutebook.platform.security.SiteAccess;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Articles: written, published, revised, retired, read. */
@RestController
@RequestMapping("/api/knowledge/articles")
class ArticleController {
    record Drafted(String articleId) {}

    private final Commands commands;
    private final AggregateStates aggregateStates;
    private final AggregateType<ArticleCommand, ArticleState, ArticleEvent> articles;
    private final Ids ids;
    private final SiteAccess access;

    ArticleController(
            Commands commands,
            AggregateStates aggregateStates,
            AggregateType<ArticleCommand, ArticleState, ArticleEvent> articles,
            Ids ids,
            SiteAccess access) {
        this.commands = commands;
        this.aggregateStates = aggregateStates;
        this.articles = articles;
        this.ids = ids;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({EDITOR, EXPERT, INTEGRATOR})
    Drafted draft(@RequestBody ArticleRequests.Write request) {
        String articleId = ids.next().toString();
        return commands.send(
                new ArticleCommand.DraftArticle(articleId, request.content(), request.occurredAt()),
                new Drafted(articleId));
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

    @PostMapping("/{articleId}/publish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(EDITOR)
    void publish(@PathVariable UUID articleId, @RequestBody(required = false) ArticleRequests.@Nullable Publish body) {
        ArticleRequests.Publish request = Objects.requireNonNullElse(body, ArticleRequests.Publish.NOW);
        commands.send(new ArticleCommand.PublishArticle(articleId.toString(), request.occurredAt()));
    }

    @PutMapping("/{articleId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({EDITOR, EXPERT, INTEGRATOR})
    void revise(@PathVariable UUID articleId, @RequestBody ArticleRequests.Write request) {
        commands.send(new ArticleCommand.ReviseArticle(articleId.toString(), request.content(), request.occurredAt()));
    }

    @PostMapping("/{articleId}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(EDITOR)
    void retire(@PathVariable UUID articleId, @RequestBody(required = false) ArticleRequests.@Nullable Retire body) {
        ArticleRequests.Retire request = Objects.requireNonNullElse(body, ArticleRequests.Retire.NOW);
        commands.send(new ArticleCommand.RetireArticle(articleId.toString(), request.reason(), request.occurredAt()));
    }
}
