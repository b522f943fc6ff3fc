package io.minutebook.knowledge.view.search;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which articles come into question at all.
 *
 * @param language a BCP 47 tag, of which the first part counts; null for every language
 * @param product a product model; articles that name no product fit every one; null for any
 * @param sites the sites whose own articles may be seen, besides those for all sites; empty for every site
 */
public record SearchFilter(
        @Nullable String language, @Nullable String product, Optional<Set<String>> sites) {
    static final SearchFilter NONE = new SearchFilter(null, null, Optional.empty());
}
