package io.minutebook.contract;

/** A published fact about a knowledge article. */
public interface OnArticle extends PublishedEvent {
    /** The article, a UUID. */
    String articleId();
}
