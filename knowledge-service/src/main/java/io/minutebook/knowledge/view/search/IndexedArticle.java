package io.minutebook.knowledge.view.search;

import static org.apache.lucene.document.Field.Store.NO;
import static org.apache.lucene.document.Field.Store.YES;

import io.minutebook.knowledge.domain.articles.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** What the index holds of an article: itself as a whole, and each of its passages. */
final class IndexedArticle {
    static final String ARTICLE = "article";
    static final String KIND = "kind";
    static final String WHOLE = "whole";
    static final String PASSAGE = "passage";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String PART = "part";
    static final String BEGINNING = "beginning";
    static final String LANGUAGE = "language";
    static final String PRODUCT = "product";
    static final String SITE = "site";
    static final String ALL = "*";

    private IndexedArticle() {}

    static List<Document> of(String articleId, Content content) {
        List<Document> documents = new ArrayList<>();
        List<String> passages = Passages.of(content.body());
        Document whole = document(articleId, WHOLE);
        taken(whole, TEXT, String.join("\n", passages));
        whole.add(new StoredField(TITLE, content.title()));
        whole.add(new StoredField(BEGINNING, passages.getFirst()));
        taken(whole, TITLE, content.title());
        whole.add(new StringField(LANGUAGE, primary(content.language()), NO));
        whole.add(new StringField(SITE, content.site() == null ? ALL : content.site(), NO));
        products(content).forEach(product -> whole.add(new StringField(PRODUCT, product, NO)));
        documents.add(whole);
        for (String passage : passages) {
            Document part = document(articleId, PASSAGE);
            taken(part, PART, passage);
            part.add(new StoredField(PART, passage));
            documents.add(part);
        }
        return documents;
    }

    /** The first part of a language tag, which says the language itself. */
    static String primary(String tag) {
        return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    static String product(String model) {
        return TextAnalysis.plain(model).strip();
    }

    private static List<String> products(Content content) {
        return content.products().isEmpty()
                ? List.of(ALL)
                : content.products().stream().map(IndexedArticle::product).toList();
    }

    private static Document document(String articleId, String kind) {
        Document document = new Document();
        document.add(new StringField(ARTICLE, articleId, YES));
        document.add(new StringField(KIND, kind, NO));
        return document;
    }

    private static void taken(Document document, String field, String text) {
        String plain = TextAnalysis.plain(text);
        TextAnalysis.WAYS.keySet().forEach(way -> document.add(new TextField(field + '.' + way, plain, NO)));
    }
}
