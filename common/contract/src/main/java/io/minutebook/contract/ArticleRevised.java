package io.minutebook.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article was rewritten; where it is out, this is what searches find now.
 *
 * @param articleId the article, a UUID
 * @param title the title
 * @param body the text, in Markdown
 * @param language its language, a BCP 47 tag
 * @param site the only site it is for; absent where it is for all
 * @param products the product models it is about; none for all
 * @param solutionTier how far the remedy goes
 * @param riskWarning what the customer must be warned of before the steps are taken
 * @param revision 1 for the draft as written, one more with each revision
 * @param published whether it is out
 */
@Event(topics = Topics.KNOWLEDGE_ARTICLES)
public record ArticleRevised(
        @OffTimeline String articleId,
        String title,
        String body,
        String language,
        @OffTimeline @Nullable String site,
        List<String> products,
        @Nullable SolutionTier solutionTier,
        @Nullable String riskWarning,
        int revision,
        boolean published)
        implements OnArticle {
    public ArticleRevised {
        FieldChecks.present(articleId, "articleId");
        FieldChecks.present(title, "title");
        FieldChecks.present(body, "body");
        FieldChecks.present(language, "language");
        products = FieldChecks.list(products);
        FieldChecks.atLeastOne(revision, "revision");
    }
}
