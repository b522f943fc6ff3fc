package io.minutebook.contract;

/** A published fact about a knowledge article. */
public interface OnArticle extends Published {
    /** The article, a UUID. */
    String articleId();
}
