package io.minutebook.knowledge.domain.articles;

import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Rejected;
import io.minutebook.knowledge.domain.articles.ArticleCommand.DraftArticle;
import io.minutebook.knowledge.domain.articles.ArticleCommand.PublishArticle;
import io.minutebook.knowledge.domain.articles.ArticleCommand.RetireArticle;
import io.minutebook.knowledge.domain.articles.ArticleCommand.ReviseArticle;
import io.minutebook.knowledge.domain.articles.ArticleEvent.ArticleDrafted;
import io.minutebook.knowledge.domain.articles.ArticleEvent.ArticlePublished;
import io.minutebook.knowledge.domain.articles.ArticleEvent.ArticleRetired;
import io.minutebook.knowledge.domain.articles.ArticleEvent.ArticleRevised;
import io.minutebook.knowledge.domain.articles.ArticleState.Draft;
import io.minutebook.knowledge.domain.articles.ArticleState.Published;
import io.minutebook.knowledge.domain.articles.ArticleState.Retired;
import io.minutebook.knowledge.domain.articles.ArticleState.Unwritten;
import java.time.Instant;
import java.util.Objects;

/** An article from its draft to its retirement. */
public final class Article implements Decider<ArticleCommand, ArticleState, ArticleEvent> {
    @Override
    public ArticleState initial() {
        return new Unwritten();
    }

    @Override
    public void decide(ArticleCommand command, ArticleState state, Decision<ArticleEvent> decision) {
        Instant at = command.occurredAt() == null ? decision.now() : command.occurredAt();
        decision.record(
                switch (command) {
                    case DraftArticle draft -> draft(draft, state, at);
                    case PublishArticle publish -> publish(state, at);
                    case ReviseArticle revise -> revise(revise, state, at);
                    case RetireArticle retire -> new ArticleRetired(inUse(state).title(), retire.reason(), at);
                });
    }

    @Override
    public ArticleState evolve(ArticleState state, Fact<ArticleEvent> fact) {
        return switch (fact.event()) {
            case ArticleDrafted e -> new Draft(e.content(), 1);
            case ArticlePublished e -> new Published(e.content(), e.revision());
            case ArticleRevised e ->
                e.published() ? new Published(e.content(), e.revision()) : new Draft(e.content(), e.revision());
            case ArticleRetired e -> retired(state);
        };
    }

    private static ArticleEvent draft(DraftArticle draft, ArticleState state, Instant at) {
        if (!(state instanceof Unwritten)) {
            throw new Rejected("article-already-drafted", "There is an article of this id already.");
        }
        return new ArticleDrafted(draft.content(), at);
    }

    private static ArticleEvent publish(ArticleState state, Instant at) {
        return switch (state) {
            case Unwritten u -> throw unknown();
            case Draft draft -> new ArticlePublished(draft.content(), draft.revision(), at);
            case Published p -> throw new Rejected("article-already-published", "The article is out already.");
            case Retired r -> throw gone();
        };
    }

    private static ArticleEvent revise(ReviseArticle revise, ArticleState state, Instant at) {
        return switch (state) {
            case Unwritten u -> throw unknown();
            case Draft draft -> revised(revise, draft.content(), draft.revision(), false, at);
            case Published published -> revised(revise, published.content(), published.revision(), true, at);
            case Retired r -> throw gone();
        };
    }

    private static ArticleEvent revised(
            ReviseArticle revise, Content before, int revision, boolean published, Instant at) {
        if (!Objects.equals(before.site(), revise.content().site())) {
            throw new Rejected("article-site-fixed", "An article stays with the site it was written for.");
        }
        return new ArticleRevised(revise.content(), revision + 1, published, at);
    }

    private static Content inUse(ArticleState state) {
        return switch (state) {
            case Unwritten u -> throw unknown();
            case Draft draft -> draft.content();
            case Published published -> published.content();
            case Retired r -> throw gone();
        };
    }

    private static ArticleState retired(ArticleState state) {
        return switch (state) {
            case Unwritten u -> u;
            case Draft draft -> new Retired(draft.content(), draft.revision());
            case Published published -> new Retired(published.content(), published.revision());
            case Retired r -> r;
        };
    }

    private static Rejected unknown() {
        return new Rejected("article-not-found", "There is no such article.");
    }

    private static Rejected gone() {
        return new Rejected("article-retired", "The article is no longer valid.");
    }
}
