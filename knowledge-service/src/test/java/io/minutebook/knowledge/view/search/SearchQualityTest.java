package io.minutebook.knowledge.view.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.minutebook.knowledge.domain.articles.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the search by questions whose paragraphs are known (XQuAD, Chinese). */
class SearchQualityTest {
    private record Asking(String question, String paragraph, String answer) {}

    private static final Path XQUAD =
            Path.of(System.getProperty("shared.data", "../shared/data"), "xquad-zh/xquad.zh.json");

    @Test
    void questions_find_their_paragraphs() throws IOException {
        assumeTrue(Files.exists(XQUAD), "skipped: no questions at " + XQUAD);
        List<Asking> askings = new ArrayList<>();
        try (ArticleIndex index = new ArticleIndex()) {
            fill(index, askings);
            int first = 0;
            int firstFive = 0;
            int answered = 0;
            double reciprocal = 0;
            for (Asking asking : askings) {
                List<Hit> hits = index.search(asking.question(), 10, SearchFilter.NONE);
                int rank = hits.stream().map(Hit::articleId).toList().indexOf(asking.paragraph()) + 1;
                first += rank == 1 ? 1 : 0;
                firstFive += rank >= 1 && rank <= 5 ? 1 : 0;
                reciprocal += rank == 0 ? 0 : 1.0 / rank;
                answered += rank >= 1 && hits.get(rank - 1).passage().contains(asking.answer()) ? 1 : 0;
            }
            double n = askings.size();
            System.out.printf(
                    "xquad-zh, %d questions: recall@1 %.3f, recall@5 %.3f, MRR %.3f, answer in the passage %.3f%n",
                    askings.size(), first / n, firstFive / n, reciprocal / n, answered / n);
            assertThat(first / n).as("recall@1").isGreaterThan(0.93);
            assertThat(firstFive / n).as("recall@5").isGreaterThan(0.975);
            assertThat(reciprocal / n).as("MRR").isGreaterThan(0.95);
            assertThat(answered / n).as("answer in the passage").isGreaterThan(0.95);
        }
    }

    private static void fill(ArticleIndex index, List<Asking> askings) throws IOException {
        int number = 0;
        for (JsonNode article :
                JsonMapper.shared().readTree(Files.readString(XQUAD)).get("data")) {
            for (JsonNode paragraph : article.get("paragraphs")) {
                String id = "paragraph-" + number++;
                index.put(
                        id,
                        new Content(
                                "资料 " + number,
                                paragraph.get("context").asString(),
                                "zh",
                                null,
                                List.of(),
                                null,
                                null));
                for (JsonNode asked : paragraph.get("qas")) {
                    askings.add(new Asking(
                            asked.get("question").asString(),
                            id,
                            asked.get("answers").get(0).get("text").asString()));
                }
            }
        }
        index.refresh();
    }
}
