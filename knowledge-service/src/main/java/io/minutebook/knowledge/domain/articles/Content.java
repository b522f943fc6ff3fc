package io.minutebook.knowledge.domain.articles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article says and for whom.
 *
 * @param body in Markdown
 * @param language a BCP 47 tag
 * @param site the only site it is for; null for all
 * @param products the product models it is about; none for all
 * @param solutionTier how far the remedy goes; null where it is none
 * @param riskWarning what the customer must be warned of before the steps are taken
 */
public record Content(
        String title,
        String body,
        String language,
        @Nullable String site,
        List<String> products,
        @Nullable SolutionTier solutionTier,
        @Nullable String riskWarning) {
    public Content {
        products = List.copyOf(products);
    }
}
