package io.minutebook.pages;

import static io.minutebook.pages.DemoService.agent;
import static io.minutebook.pages.DemoService.get;
import static io.minutebook.pages.DemoService.origin;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.minutebook.testing.Browser;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    @BeforeAll
    static void folder() throws IOException {
        Files.createDirectories(PICTURES);
    }

    @Test
    void pages_speak_the_reader_s_language() {
        assertThat(page("/probe/demo", "zh-CN,zh;q=0.9").body()).contains("lang=\"zh-CN\"", "工单");
        assertThat(page("/probe/demo", "de").body()).contains("lang=\"en\"", "Cases");
        HttpResponse<String> chosen = page("/probe/demo?lang=zh", "en");
        assertThat(chosen.body()).contains("工单").contains("lang=en");
        assertThat(chosen.headers().firstValue("set-cookie").orElse("")).contains("MB_lang=zh");
    }

    @Test
    void assets_carry_a_fingerprint_and_may_be_kept() {
        Matcher style = Pattern.compile("/probe/assets/shell-[0-9a-f]{32}\\.css")
                .matcher(page("/probe/demo", "en").body());
        assertThat(style.find()).isTrue();
        HttpResponse<String> asset = get(style.group());
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("cache-control").orElse("")).contains("max-age=31536000", "immutable");
        assertThat(get("/probe/assets/nothing.css").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_that_is_not_available_says_when_to_come_again() {
        HttpResponse<String> away = page("/probe/demo/away", "en");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(away.headers().allValues("Retry-After")).containsExactly("2");
    }

    @Test
    void what_goes_wrong_is_a_page_for_a_browser_in_both_languages() {
        assertThat(page("/probe/nowhere", "zh").body()).contains("这里没有内容");
        assertThat(page("/probe/nowhere", "en").statusCode()).isEqualTo(404);
        assertThat(get("/probe/demo", "Accept", "text/html", "Accept-Language", "zh")
                        .body())
                .contains("请先登录");
        HttpResponse<String> bad = DemoService.post("/probe/survey", new byte[0], "Accept", "text/html");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("not understood").doesNotContain("Exception");
    }

    @Test
    void who_may_not_see_the_start_page_is_led_to_another_sign_in_instead_of_back_to_it() {
        HttpResponse<String> start = asEditor("/probe/start?x=1");
        assertThat(start.statusCode()).isEqualTo(403);
        assertThat(start.body())
                .contains("Sign in as somebody else", "action=\"/probe/logout\"")
                .doesNotContain("To the start page");
        assertThat(asEditor("/probe/agents").body())
                .contains("To the start page")
                .doesNotContain("Sign in as somebody else");
    }

    @Test
    void an_error_page_changes_its_language_at_the_address_that_was_asked_for() {
        assertThat(asEditor("/probe/agents?x=1").body()).contains("href=\"/probe/agents?x=1&amp;lang=zh\"");
    }

    private static HttpResponse<String> asEditor(String path) {
        return get(path, "Accept", "text/html", "Accept-Language", "en", "Authorization", DemoService.bearer("editor"));
    }

    @Test
    void a_page_grows_live_and_asks_nobody_else() {
        List<String> asked = new CopyOnWriteArrayList<>();
        List<String> complaints = new CopyOnWriteArrayList<>();
        Page page = Browser.visit().as(token()).open();
        page.onResponse((Response response) -> asked.add(response.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(origin() + "/probe/demo");
        PlaywrightAssertions.assertThat(page.locator("#live-mark")).isVisible();
        assertThat(DemoService.post("/probe/demo/news", new byte[0], "Authorization", agent())
                        .statusCode())
                .isEqualTo(200);
        PlaywrightAssertions.assertThat(page.locator("#news")).not().hasText("0");
        page.locator("summary[title]").click();
        page.locator("[data-choose-theme=dark]").click();
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(asked).allMatch(url -> url.startsWith(origin()) || url.startsWith("data:"));
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "demo/case", "survey", "nowhere", "docs"})
    void pages_fit_a_phone_and_are_pictured(String name) {
        for (boolean dark : new boolean[] {false, true}) {
            for (boolean phone : new boolean[] {false, true}) {
                Browser.Visit visit = Browser.visit().as(token());
                if (dark) {
                    visit.inTheDark();
                }
                if (phone) {
                    visit.inChinese().onAPhone();
                }
                Page page = visit.open();
                page.navigate(origin() + "/probe/" + name);
                page.waitForLoadState();
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve("%s-%s-%s.png"
                                .formatted(
                                        name.replace('/', '-'), phone ? "phone" : "desk", dark ? "dark" : "light"))));
                Object wider = page.evaluate("document.documentElement.scrollWidth > innerWidth");
                assertThat(wider).as("%s is wider than the screen", name).isEqualTo(false);
                page.context().close();
            }
        }
    }

    private static HttpResponse<String> page(String path, String language) {
        return get(path, "Authorization", agent(), "Accept", "text/html", "Accept-Language", language);
    }

    private static String token() {
        return TestTokens.token("agent-1007", "agent");
    }
}
