package io.minutebook.knowledge.view.search;

/** An article that answers a question: the passage that answers it best, and how well, the more the better. */
public record Hit(String articleId, String title, String passage, double score) {
    Hit with(String better, double more) {
        return new Hit(articleId, title, better, score + more);
    }
}
