package io.minutebook.knowledge.domain.articles;

import static io.minutebook.testing.Scenario.START;

import io.minutebook.knowledge.domain.articles.ArticleCommand.DraftArticle;
import io.minutebook.knowledge.domain.articles.ArticleCommand.PublishArticle;
import io.minutebook.knowledge.domain.articles.ArticleCommand.RetireArticle;
import io.minutebook.knowledge.domain.articles.ArticleCommand.ReviseArticle;
import io.minutebook.knowledge.domain.articles.ArticleEvent.ArticleDrafted;
import io.minutebook.knowledge.domain.articles.ArticleEvent.ArticlePublished;
import io.minutebook.knowledge.domain.articles.ArticleEvent.ArticleRetired;
import io.minutebook.knowledge.domain.articles.ArticleEvent.ArticleRevised;
import io.minutebook.testing.Scenario;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleTest {
    private static final String ID = "01900000-0000-7000-8000-00000000000a";
    private static final Content FIRST = content("Restart the router", null);
    private static final Content BETTER = content("Restart the router properly", null);
    private static final Instant YESTERDAY = Instant.parse("2026-03-02T08:00:00Z");

    private static final DraftArticle DRAFT = new DraftArticle(ID, FIRST, null);
    private static final PublishArticle PUBLISH = new PublishArticle(ID, null);
    private static final ReviseArticle REVISE = new ReviseArticle(ID, BETTER, null);
    private static final RetireArticle RETIRE = new RetireArticle(ID, "replaced", null);

    private static final ArticleDrafted DRAFTED = new ArticleDrafted(FIRST, START);
    private static final ArticlePublished PUBLISHED = new ArticlePublished(FIRST, 1, START);
    private static final ArticleRetired RETIRED = new ArticleRetired("Restart the router", "replaced", START);

    @Test
    void an_article_is_drafted_published_revised_and_retired() {
        story().when(DRAFT)
                .then(DRAFTED)
                .when(PUBLISH)
                .then(PUBLISHED)
                .when(REVISE)
                .then(new ArticleRevised(BETTER, 2, true, START))
                .when(RETIRE)
                .then(new ArticleRetired("Restart the router properly", "replaced", START));
    }

    @Test
    void a_draft_that_is_revised_stays_a_draft_and_is_published_as_revised() {
        story().given(DRAFTED)
                .when(REVISE)
                .then(new ArticleRevised(BETTER, 2, false, START))
                .when(PUBLISH)
                .then(new ArticlePublished(BETTER, 2, START));
    }

    @Test
    void a_step_entered_later_happened_when_it_happened() {
        story().given(new ArticleDrafted(FIRST, YESTERDAY))
                .when(new PublishArticle(ID, YESTERDAY))
                .then(new ArticlePublished(FIRST, 1, YESTERDAY));
    }

    @Test
    void what_nobody_wrote_can_be_neither_published_nor_revised_nor_retired() {
        for (ArticleCommand command : List.of(PUBLISH, REVISE, RETIRE)) {
            story().when(command).thenRejected("article-not-found");
        }
    }

    @Test
    void what_is_out_is_not_published_again() {
        story().given(DRAFTED, PUBLISHED).when(PUBLISH).thenRejected("article-already-published");
    }

    @Test
    void what_is_written_is_not_drafted_again() {
        story().given(DRAFTED).when(DRAFT).thenRejected("article-already-drafted");
    }

    @Test
    void a_retired_article_stays_retired() {
        for (ArticleCommand command : List.of(PUBLISH, REVISE, RETIRE)) {
            story().given(DRAFTED, RETIRED).when(command).thenRejected("article-retired");
        }
    }

    @Test
    void an_article_stays_with_its_site() {
        story().given(DRAFTED)
                .when(new ReviseArticle(ID, content("Elsewhere", "chengdu"), null))
                .thenRejected("article-site-fixed");
    }

    private static Scenario<ArticleCommand, ArticleState, ArticleEvent> story() {
        return Scenario.of(new Article());
    }

    private static Content content(String title, @Nullable String site) {
        return new Content(title, "Pull the plug.", "en", site, List.of(), SolutionTier.BASIC, null);
    }
}
