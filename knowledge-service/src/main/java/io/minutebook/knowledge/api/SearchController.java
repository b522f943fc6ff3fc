package io.minutebook.knowledge.api;

import io.minutebook.knowledge.domain.misses.MissCommand;
import io.minutebook.knowledge.domain.misses.Question;
import io.minutebook.knowledge.view.search.ArticleIndex;
import io.minutebook.knowledge.view.search.ArticleIndexer;
import io.minutebook.knowledge.view.search.Hit;
import io.minutebook.knowledge.view.search.SearchFilter;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.AllowStaff;
import io.minutebook.platform.security.SiteAccess;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Searches the published articles, and puts on record what they have no answer to. */
@RestController
class SearchController {
    /** The articles found, the best first. */
    record Found(List<Hit> results) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ArticleIndex index;
    private final ArticleIndexer feed;
    private final Commands commands;
    private final SiteAccess access;
    private final Clock clock;

    SearchController(ArticleIndex index, ArticleIndexer feed, Commands commands, SiteAccess access, Clock clock) {
        this.index = index;
        this.feed = feed;
        this.commands = commands;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/api/knowledge/search")
    @AllowStaff
    Found search(
            @RequestParam @Text(max = 500) String q,
            @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit,
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(
                            regexp = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$",
                            message = "must be a language tag such as zh-CN or en")
                    String language,
            @RequestParam(required = false) @Nullable @Text(max = 100) String product)
            throws InterruptedException {
        if (!feed.complete(PATIENCE)) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "the index is being built");
        }
        List<Hit> hits = index.search(q, limit, new SearchFilter(language, product, access.sites()));
        if (hits.isEmpty()) {
            Question question = new Question(q, language, product);
            commands.send(new MissCommand.RecordMiss(
                    question.missId(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)), question));
        }
        return new Found(hits);
    }
}
