package io.minutebook.knowledge.view.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How Chinese and English are taken apart, each text in every way: into words by dictionary, into pairs of characters (finds what no dictionary
 * has), and into single characters and English stems.
 */
final class TextAnalysis {
    /** The ways, with what a match of each is worth. */
    static final Map<String, Float> WAYS = Map.of("words", 1f, "pairs", 1.5f, "stems", 0.5f);

    private static final Map<String, Analyzer> BY_WAY = Map.of(
            "words",
            new SmartChineseAnalyzer(),
            "pairs",
            new CJKAnalyzer(CharArraySet.EMPTY_SET),
            "stems",
            new EnglishAnalyzer());

    /** Takes a field apart in the way that its name ends in. */
    static final Analyzer ANALYZER = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return Objects.requireNonNull(BY_WAY.get(field.substring(field.indexOf('.') + 1)), field);
        }
    };

    /** What questions are asked with, and says nothing about what they are about. */
    private static final Set<String> EMPTY_WORDS = Set.of("""
        的 了 是 在 什么 哪 哪个 哪些 谁 吗 呢 怎么 怎么办 办 怎样 如何 什么样 多少 几 有 和 与 及 被 于 对 为 以 从 到 由 中 上 个 何 哪里 为什么
        何时 哪一 这 那 该 其 之 而 也 都 就 或 等 啊 我 你 请 请问
        a an and are be by can do does for from has have how i in is it of on or that the to was what when where which who why with
        you my me\
        """.split("\\s+"));

    private TextAnalysis() {}

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The terms of a question that say what it is about. */
    static Set<String> terms(String way, String question) {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream tokens = ANALYZER.tokenStream(way, plain(question))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (!EMPTY_WORDS.contains(term.toString())) {
                    terms.add(term.toString());
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
