package io.minutebook.knowledge.domain.articles;

import org.jspecify.annotations.Nullable;

/** The phases of an article. */
public sealed interface ArticleState {
    /** Nobody has written it yet. */
    record Unwritten() implements ArticleState {}

    /** Written, and found by nobody. Revision 1 is the first draft. */
    record Draft(Content content, int revision) implements ArticleState {}

    /** Out: searches find it. */
    record Published(Content content, int revision) implements ArticleState {}

    /** No longer valid. */
    record Retired(Content content, int revision) implements ArticleState {}

    /** Returns the only site the article is for; null where it is for all, and before it was written. */
    default @Nullable String site() {
        return switch (this) {
            case Unwritten unwritten -> null;
            case Draft draft -> draft.content().site();
            case Published published -> published.content().site();
            case Retired retired -> retired.content().site();
        };
    }
}
