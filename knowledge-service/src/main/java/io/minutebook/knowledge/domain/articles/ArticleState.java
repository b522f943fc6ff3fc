package io.minutebook.knowledge.domain.articles;

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
}
