package io.minutebook.knowledge.view.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** A search as it was typed, taken apart, and the query that the index runs for it. */
final class SearchQuery {
    private static final float TITLE_BOOST = 2f;
    private static final int MOST_TERMS = 64;

    private final Map<String, List<String>> terms = new LinkedHashMap<>();

    SearchQuery(String question) {
        TextAnalysis.WAYS
                .keySet()
                .forEach(way -> terms.put(
                        way,
                        TextAnalysis.terms(way, question).stream()
                                .limit(MOST_TERMS)
                                .toList()));
    }

    /** Nothing but empty words. */
    boolean empty() {
        return terms.values().stream().allMatch(List::isEmpty);
    }

    /** Articles that have enough of the question in them. */
    Query articles(SearchFilter searchFilter) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(IndexedArticle.KIND, IndexedArticle.WHOLE)), FILTER);
        query.add(covered(), FILTER);
        if (searchFilter.language() != null) {
            query.add(
                    new TermQuery(new Term(IndexedArticle.LANGUAGE, IndexedArticle.primary(searchFilter.language()))),
                    FILTER);
        }
        if (searchFilter.product() != null) {
            query.add(
                    anyOf(
                            IndexedArticle.PRODUCT,
                            List.of(IndexedArticle.ALL, IndexedArticle.product(searchFilter.product()))),
                    FILTER);
        }
        searchFilter.sites().ifPresent(sites -> query.add(anyOf(IndexedArticle.SITE, withAll(sites)), FILTER));
        query.add(likeness(IndexedArticle.TEXT, true), MUST);
        return query.build();
    }

    Query passagesOf(Collection<String> articleIds) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexedArticle.KIND, IndexedArticle.PASSAGE)), FILTER)
                .add(anyOf(IndexedArticle.ARTICLE, articleIds), FILTER)
                .add(likeness(IndexedArticle.PART, false), MUST)
                .build();
    }

    private Query likeness(String field, boolean title) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        terms.forEach((way, words) -> words.forEach(word -> {
            float worth = TextAnalysis.WAYS.getOrDefault(way, 1f);
            query.add(new BoostQuery(new TermQuery(new Term(field + '.' + way, word)), worth), SHOULD);
            if (title) {
                Query inTitle = new TermQuery(new Term(IndexedArticle.TITLE + '.' + way, word));
                query.add(new BoostQuery(inTitle, worth * TITLE_BOOST), SHOULD);
            }
        }));
        return query.build();
    }

    /** Enough of the question in one way or another, and never one term alone of several: that would be chance. */
    private Query covered() {
        return new BooleanQuery.Builder()
                .add(covered("words", 0.2), SHOULD)
                .add(covered("pairs", 0.2), SHOULD)
                .add(covered("stems", 0.5), SHOULD)
                .build();
    }

    private Query covered(String way, double share) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        List<String> words = terms.getOrDefault(way, List.of());
        words.forEach(word -> query.add(
                new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(IndexedArticle.TEXT + '.' + way, word)), SHOULD)
                        .add(new TermQuery(new Term(IndexedArticle.TITLE + '.' + way, word)), SHOULD)
                        .build(),
                SHOULD));
        int enough = (int) Math.ceil(words.size() * share);
        query.setMinimumNumberShouldMatch(Math.max(Math.min(2, words.size()), enough));
        return query.build();
    }

    private static Query anyOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static List<String> withAll(Set<String> sites) {
        List<String> all = new ArrayList<>(sites);
        all.add(IndexedArticle.ALL);
        return all;
    }
}
