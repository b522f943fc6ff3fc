package io.minutebook.knowledge.view.search;

import io.minutebook.knowledge.domain.articles.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The published articles in memory, ready to be searched. Many may search while one writes. */
public final class ArticleIndex implements AutoCloseable {
    private static final int MORE_CANDIDATES = 20;
    private static final float PASSAGE_SHARE = 0.5f;
    private static final int MOST_PASSAGES = 500;

    private final IndexWriter writer;
    private final SearcherManager searchers;

    ArticleIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(TextAnalysis.ANALYZER));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Found from the next {@link #refresh} on, in place of what the article said before. */
    void put(String articleId, Content content) {
        try {
            writer.updateDocuments(new Term(IndexedArticle.ARTICLE, articleId), IndexedArticle.of(articleId, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String articleId) {
        try {
            writer.deleteDocuments(new Term(IndexedArticle.ARTICLE, articleId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles that answer best, the best first; none where the question has no term that any of them knows. */
    public List<Hit> search(String question, int limit, SearchFilter searchFilter) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search(searcher, new SearchQuery(question), limit, searchFilter);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An article that says it in one place is better than one that has the words here and there. */
    private static List<Hit> search(
            IndexSearcher searcher, SearchQuery searchQuery, int limit, SearchFilter searchFilter) throws IOException {
        if (searchQuery.empty()) {
            return List.of();
        }
        StoredFields stored = searcher.storedFields();
        Map<String, Hit> hits = new LinkedHashMap<>();
        for (ScoreDoc found : searcher.search(searchQuery.articles(searchFilter), limit + MORE_CANDIDATES).scoreDocs) {
            Document whole = stored.document(found.doc);
            String articleId = whole.get(IndexedArticle.ARTICLE);
            hits.put(
                    articleId,
                    new Hit(
                            articleId,
                            whole.get(IndexedArticle.TITLE),
                            whole.get(IndexedArticle.BEGINNING),
                            found.score));
        }
        Set<String> without = new HashSet<>(hits.keySet());
        for (ScoreDoc found : searcher.search(searchQuery.passagesOf(hits.keySet()), MOST_PASSAGES).scoreDocs) {
            Document part = stored.document(found.doc);
            String articleId = part.get(IndexedArticle.ARTICLE);
            if (without.remove(articleId)) {
                hits.computeIfPresent(
                        articleId, (id, hit) -> hit.with(part.get(IndexedArticle.PART), PASSAGE_SHARE * found.score));
            }
        }
        return hits.values().stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::articleId))
                .limit(limit)
                .toList();
    }
}
