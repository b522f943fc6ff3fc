package io.minutebook.knowledge.api;

import static io.minutebook.platform.security.Role.EDITOR;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.INTEGRATOR;

import io.minutebook.knowledge.domain.articles.ArticleCommand;
import io.minutebook.knowledge.domain.articles.Content;
import io.minutebook.knowledge.domain.articles.SolutionTier;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.command.Ids;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.SiteId;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Articles are written, published, revised and retired; editors decide what is out. {@code occurredAt} says when a step happened that is entered
 * later.
 */
@RestController
@RequestMapping({"/api/knowledge/articles", "/knowledge/articles"})
class ArticleCommandController {
    private static final String TAG = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$";

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

    record Drafted(String articleId) {}

    private final Commands commands;
    private final Ids ids;

    ArticleCommandController(Commands commands, Ids ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow({EDITOR, EXPERT, INTEGRATOR})
    Drafted draft(@RequestBody Write request) {
        String articleId = ids.next().toString();
        return commands.begin(
                new ArticleCommand.DraftArticle(articleId, request.content(), request.occurredAt()),
                new Drafted(articleId));
    }

    @PostMapping("/{articleId}/publish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(EDITOR)
    void publish(@PathVariable UUID articleId, @RequestBody(required = false) @Nullable Publish body) {
        Publish request = Objects.requireNonNullElse(body, Publish.NOW);
        commands.send(new ArticleCommand.PublishArticle(articleId.toString(), request.occurredAt()));
    }

    @PutMapping("/{articleId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({EDITOR, EXPERT, INTEGRATOR})
    void revise(@PathVariable UUID articleId, @RequestBody Write request) {
        commands.send(new ArticleCommand.ReviseArticle(articleId.toString(), request.content(), request.occurredAt()));
    }

    @PostMapping("/{articleId}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(EDITOR)
    void retire(@PathVariable UUID articleId, @RequestBody(required = false) @Nullable Retire body) {
        Retire request = Objects.requireNonNullElse(body, Retire.NOW);
        commands.send(new ArticleCommand.RetireArticle(articleId.toString(), request.reason(), request.occurredAt()));
    }
}
