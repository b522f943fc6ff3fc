package io.minutebook.knowledge.view.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.knowledge.domain.articles.Content;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArticleIndexTest {
    private static final String ROUTER = """
        # 路由器

        路由器红灯闪烁时，先检查电源，再长按复位键十秒钟。

        ## 密码

        忘记无线密码时，用网线连接路由器，在管理页面中重新设置密码。
        """;

    private final ArticleIndex index = new ArticleIndex();

    @BeforeEach
    void fill() {
        put("router", "路由器常见问题", ROUTER, "zh-CN", null);
        put("printer", "Printer jams", "When paper jams, open the tray and remove the sheets slowly.", "en", null);
        put("local", "成都热线值班", "成都站点的值班电话和交接时间。", "zh", "chengdu");
        index.put("model", new Content("MB-2000 固件", "升级固件前请备份数据。", "zh", null, List.of("MB-2000"), null, null));
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void a_chinese_question_finds_the_passage_under_its_heading() {
        Hit hit = best("无线密码忘了怎么办？", SearchFilter.NONE);

        assertThat(hit.articleId()).isEqualTo("router");
        assertThat(hit.title()).isEqualTo("路由器常见问题");
        assertThat(hit.passage()).startsWith("密码\n").contains("重新设置密码").doesNotContain("红灯");
    }

    @Test
    void english_is_found_whatever_its_inflection() {
        assertThat(best("How do I remove a jammed sheet of paper?", SearchFilter.NONE)
                        .articleId())
                .isEqualTo("printer");
    }

    @Test
    void full_width_letters_are_letters() {
        assertThat(best("ＭＢ－２０００", SearchFilter.NONE).articleId()).isEqualTo("model");
    }

    @Test
    void what_nothing_is_written_about_is_not_found() {
        assertThat(index.search("量子纠缠", 10, SearchFilter.NONE)).isEmpty();
        assertThat(index.search("的 了 吗", 10, SearchFilter.NONE)).isEmpty();
        assertThat(index.search("¯\\_(ツ)_/¯ OR * AND \"", 10, SearchFilter.NONE))
                .isEmpty();
    }

    @Test
    void another_language_is_not_found_where_one_was_asked_for() {
        assertThat(index.search("paper jams", 10, new SearchFilter("zh", null, Optional.empty())))
                .isEmpty();
        assertThat(index.search("paper jams", 10, new SearchFilter("en-GB", null, Optional.empty())))
                .hasSize(1);
    }

    @Test
    void an_article_of_another_product_is_not_found() {
        assertThat(index.search("升级固件", 10, new SearchFilter(null, "MB-9", Optional.empty())))
                .isEmpty();
        assertThat(index.search("升级固件", 10, new SearchFilter(null, "mb-2000", Optional.empty())))
                .hasSize(1);
        assertThat(index.search("无线密码", 10, new SearchFilter(null, "MB-9", Optional.empty())))
                .hasSize(1);
    }

    @Test
    void a_site_s_own_article_is_found_only_there() {
        assertThat(index.search("值班电话", 10, new SearchFilter(null, null, Optional.of(Set.of("beijing")))))
                .isEmpty();
        assertThat(index.search("值班电话", 10, new SearchFilter(null, null, Optional.of(Set.of("chengdu")))))
                .hasSize(1);
    }

    @Test
    void a_revised_article_is_found_by_what_it_says_now_and_a_retired_one_no_more() {
        put("printer", "Printer jams", "Call the vendor about the fuser.", "en", null);
        index.remove("router");
        index.refresh();

        assertThat(index.search("remove the sheets slowly", 10, SearchFilter.NONE))
                .isEmpty();
        assertThat(best("fuser vendor", SearchFilter.NONE).articleId()).isEqualTo("printer");
        assertThat(index.search("无线密码", 10, SearchFilter.NONE)).isEmpty();
    }

    private Hit best(String question, SearchFilter searchFilter) {
        return index.search(question, 10, searchFilter).getFirst();
    }

    private void put(String id, String title, String body, String language, @Nullable String site) {
        index.put(id, new Content(title, body, language, site, List.of(), null, null));
    }
}
