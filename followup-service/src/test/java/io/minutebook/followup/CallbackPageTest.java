package io.minutebook.followup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.minutebook.testing.Browser;
import io.minutebook.testing.Labels;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A call to a customer is recorded by the form of its page, with a script and without one. */
class CallbackPageTest {
    private static final Followup FOLLOWUP = Followup.running();
    private static final OtherServices OTHERS = new OtherServices();
    private static final String AGENT = TestTokens.token("wang", "agent");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(_\\w+|lang)\" value=\"([^\"]*)\"");

    private final String caseId = UUID.randomUUID().toString();
    private final String address = "/followup/cases/" + caseId + "/callbacks";

    @BeforeEach
    void register() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        OTHERS.register(caseId, now.minusSeconds(600));
        OTHERS.resolve(caseId, "escalation", 1, now.minusSeconds(60));
        await().atMost(SOON)
                .until(() -> FOLLOWUP.getJson("/api/followup/cases/" + caseId, AGENT)
                        .path("phase")
                        .asString()
                        .equals("resolved"));
    }

    @AfterAll
    static void hangUp() {
        OTHERS.close();
    }

    @Test
    void without_a_script_the_call_is_recorded_and_the_page_says_so_once() {
        Sent form = new Sent("en");
        HttpResponse<String> taken = form.post("reached=true&restored=true&note=works+again", "");
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(taken.headers().firstValue("Location")).hasValue(address);
        assertThat(taken.body()).isEmpty();

        String page = form.page();
        assertThat(page)
                .contains("The call is recorded", "role=\"status\"", "Confirmed by the customer")
                .doesNotContain("not yet");
        assertThat(form.page()).doesNotContain("The call is recorded");
        await().atMost(SOON).until(() -> OTHERS.published(caseId).contains("RestorationConfirmed"));
    }

    @Test
    void after_a_call_in_vain_the_page_says_how_often_and_when_to_call_again() {
        Sent form = new Sent("en");
        assertThat(form.post("reached=false&restored=", "").statusCode()).isEqualTo(303);
        assertThat(form.page()).contains("Called in vain since", "Call again");
        JsonNode known = FOLLOWUP.getJson("/api/followup/cases/" + caseId, AGENT);
        assertThat(known.path("attempts").asInt()).isEqualTo(1);
        assertThat(Instant.parse(known.path("nextAttemptFrom").asString()))
                .isAfterOrEqualTo(Instant.now().plusSeconds(7_000))
                .isBefore(Instant.parse(known.path("nextAttemptBy").asString()));
    }

    @Test
    void a_double_click_records_one_call() {
        Sent form = new Sent("en");
        for (int i = 0; i < 2; i++) {
            assertThat(form.post("reached=false&restored=", "").statusCode()).isEqualTo(303);
        }
        assertThat(form.post("reached=true&restored=", "").statusCode())
                .as("the same form with something else in it")
                .isEqualTo(422);
        Sent next = new Sent("en");
        assertThat(next.post("reached=true&restored=true", "").statusCode()).isEqualTo(303);
        await().atMost(SOON).until(() -> OTHERS.published(caseId).contains("RestorationConfirmed"));
        assertThat(OTHERS.published(caseId).stream().filter("CustomerCalledBack"::equals))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | This was not recorded. Please check the marked fields. | Please say whether you reached the customer. | not in the future
            zh | 未保存，请检查标出的内容。                               | 请选择是否联系到客户。                           | 不能晚于现在
            """)
    void faults_stand_at_their_fields_and_what_was_typed_stays(
            String language, String all, String reached, String occurred) {
        HttpResponse<String> refused =
                new Sent(language).post("reached=&restored=false&note=a+%3Cb%3E+%26+c&occurredAt=2999-01-01T10:00", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(all, reached, "a &lt;b&gt; &amp; c</textarea>", "value=\"2999-01-01T10:00\"")
                .contains("name=\"restored\" value=\"false\" checked=\"checked\"")
                .contains("aria-describedby=\"callback-reached-fault\"", "id=\"callback-reached-fault\"")
                .contains(occurred);
        HttpResponse<String> late =
                new Sent(language).post("reached=true&restored=false&occurredAt=2999-01-01T10:00", "");
        assertThat(late.body())
                .contains(occurred, "id=\"callback-occurredAt-fault\"")
                .doesNotContain(reached);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | a customer who was not reached cannot have said
            zh | 没有联系到客户，就无法得知故障是否恢复
            """)
    void what_the_rules_refuse_is_said_in_the_page_s_own_words(String language, String words) {
        HttpResponse<String> refused = new Sent(language).post("reached=false&restored=true&note=typed", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(refused.body()).contains(words, "role=\"alert\"", ">typed</textarea>", "id=\"known\"");
    }

    @Test
    void a_late_entry_is_meant_in_the_site_s_zone() {
        Instant then = Instant.now().minusSeconds(30).truncatedTo(ChronoUnit.SECONDS);
        String typed = then.atZone(ZoneId.of("Asia/Shanghai")).toLocalDateTime().toString();
        assertThat(new Sent("en")
                        .post("reached=true&restored=true&occurredAt=" + typed, "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(Instant.parse(FOLLOWUP.getJson("/api/followup/cases/" + caseId, AGENT)
                        .path("restoredAt")
                        .asString()))
                .isEqualTo(then);
    }

    @Test
    void only_a_form_of_this_session_s_page_is_taken() {
        Sent form = new Sent("en");
        assertThat(form.post("reached=true", "_csrf").statusCode()).isEqualTo(403);
        assertThat(FOLLOWUP.post(address, "{\"reached\":true}", AGENT, form.headers())
                        .statusCode())
                .as("JSON without the token against forged requests")
                .isEqualTo(403);
        assertThat(FOLLOWUP.post(
                                address,
                                "{\"reached\":true}",
                                AGENT,
                                Map.of("Cookie", form.cookie, "X-CSRF-TOKEN", form.csrf()))
                        .statusCode())
                .as("JSON with it")
                .isEqualTo(415);
        assertThat(form.post("reached=true&unknown=1", "").statusCode()).isEqualTo(400);
    }

    @Test
    void who_may_not_call_back_sees_no_form() {
        String elsewhere = TestTokens.token("li", Map.of("agent", List.of("beijing")));
        assertThat(FOLLOWUP.get(address, elsewhere).statusCode()).isEqualTo(403);
        assertThat(FOLLOWUP.get(address, TestTokens.token("e", "engineer")).statusCode())
                .isEqualTo(403);
        assertThat(FOLLOWUP.get("/followup/cases/" + UUID.randomUUID() + "/callbacks", AGENT)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_page_of_a_case_leads_to_its_form_for_those_who_may_call_back() throws IOException {
        String timeline = "/followup/cases/" + caseId;
        String engineer = TestTokens.token("zhao", "engineer");
        await().atMost(SOON).until(() -> FOLLOWUP.get(timeline, AGENT).statusCode() == 200);
        assertThat(FOLLOWUP.get(timeline, engineer).body()).doesNotContain("/callbacks");
        Files.createDirectories(PICTURES);
        Page page = Browser.visit().as(AGENT).open();
        page.navigate(origin() + timeline);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("callback-link.png")));
        page.getByText("Call back").click();
        assertThat(page).hasURL(origin() + address);
        page.context().close();
    }

    @Test
    void with_a_script_only_the_form_and_what_changed_are_exchanged() {
        Page page = Browser.visit().as(AGENT).open();
        page.navigate(origin() + address);
        page.evaluate("window.stays = true");
        page.getByLabel("Yes, it works").check();
        page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Note").fill("nobody there");
        send(page);
        Locator alert = page.locator("#callback [role=alert]");
        assertThat(alert).containsText("was not reached cannot have said");
        assertThat(alert).isFocused();
        assertThat(page.getByLabel("Note")).hasValue("nobody there");

        page.getByLabel("When, if").fill("2999-01-01T10:00");
        send(page);
        assertThat(page.getByLabel("When, if")).isFocused();
        assertThat(page.getByLabel("When, if")).hasAccessibleDescription(Pattern.compile("not in the future"));
        assertThat(page.getByLabel("When, if")).hasAttribute("aria-invalid", "true");

        page.getByLabel("When, if").fill("");
        page.locator("[name=reached][value=true]").check();
        send(page);
        assertThat(page.locator("#callback [role=status]")).containsText("The call is recorded");
        assertThat(page.locator("#callback [role=status]")).isFocused();
        assertThat(page.getByLabel("Note")).hasValue("");
        assertThat(page.locator("#known")).containsText("Confirmed by the customer");
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        assertThat(page.url()).isEqualTo(origin() + address);
        page.context().close();
        await().atMost(SOON).until(() -> OTHERS.published(caseId).contains("RestorationConfirmed"));
        assertThat(OTHERS.published(caseId).stream().filter("CustomerCalledBack"::equals))
                .hasSize(1);
    }

    @Test
    void the_form_works_by_keyboard_and_without_a_script_in_a_browser() {
        Page page = Browser.visit().as(AGENT).inChinese().withoutScripts().open();
        page.navigate(origin() + address);
        page.locator("[name=reached][value=false]").check();
        page.getByLabel("已恢复", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("备注").fill("无人接听");
        page.keyboard().press("Tab");
        send(page);
        assertThat(page.locator("#callback [role=alert]")).containsText("没有联系到客户");
        assertThat(page.getByLabel("备注")).hasValue("无人接听");
        page.locator("[name=reached][value=true]").check();
        send(page);
        assertThat(page.locator("#callback [role=status]")).containsText("通话已保存");
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "refused", "faulty"})
    void the_page_is_pictured_and_fits(String state) throws IOException {
        Files.createDirectories(PICTURES);
        for (boolean dark : new boolean[] {false, true}) {
            for (boolean phone : new boolean[] {false, true}) {
                Browser.Visit visit = Browser.visit().as(AGENT);
                if (dark) {
                    visit.inTheDark();
                }
                if (phone) {
                    visit.onAPhone();
                }
                Page page = (dark == phone ? visit.inChinese() : visit).open();
                page.navigate(origin() + address);
                if (!state.equals("empty")) {
                    page.locator("[name=reached][value=false]").check();
                    page.locator("[name=restored][value=true]").check();
                    page.locator("textarea").fill("客户说指示灯已恢复正常。\nThe light is on again.");
                    if (state.equals("faulty")) {
                        page.locator("[name=occurredAt]").fill("2999-01-01T10:00");
                    }
                    send(page);
                    assertThat(page.locator("#callback [role=alert]")).isVisible();
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve("callback-%s-%s-%s.png"
                                .formatted(state, phone ? "phone" : "desk", dark ? "dark" : "light"))));
                assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                        .as("wider than the screen")
                        .isEqualTo(false);
                page.context().close();
            }
        }
    }

    @Test
    void every_fault_and_every_refusal_has_its_words() {
        Labels labels = Labels.of("messages/followup", "callback.");
        assertThat(labels.family("fault."))
                .containsExactlyInAnyOrder("reached", "restored", "note", "occurredAt", "evidence");
        assertThat(labels.family("problem."))
                .containsExactlyInAnyOrder(
                        "customer-not-reached",
                        "fault-already-cleared",
                        "before-the-start",
                        "evidence-missing",
                        "contradicts-later");
        assertThat(labels.family("phase.")).containsExactlyInAnyOrder("open", "resolved", "restored", "cleared");
        assertThat(Labels.of("messages/followup", "survey.").family("fault."))
                .containsExactlyInAnyOrder("score", "recommend", "comment");
    }

    private static void send(Page page) {
        page.locator("#callback button").click();
    }

    private static String origin() {
        return "http://127.0.0.1:" + FOLLOWUP.context().getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The form of the page, as a browser without a script reads and sends it. */
    private final class Sent {
        private final String language;
        private final String cookie;
        private final Map<String, String> hidden;

        Sent(String language) {
            this.language = language;
            HttpResponse<String> page = FOLLOWUP.get(address, AGENT, Map.of("Accept-Language", language));
            assertThat(page.statusCode()).isEqualTo(200);
            cookie = page.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
            hidden = HIDDEN.matcher(page.body())
                    .results()
                    .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (a, b) -> b));
            assertThat(hidden).containsKeys("_csrf", "_form", "_page", "_key", "_zone", "lang");
        }

        String csrf() {
            return hidden.getOrDefault("_csrf", "");
        }

        String page() {
            return FOLLOWUP.get(address, AGENT, headers()).body();
        }

        HttpResponse<String> post(String fields, String without) {
            String own = hidden.entrySet().stream()
                    .filter(field -> !field.getKey().equals(without))
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return FOLLOWUP.postForm(address, own + "&" + fields, AGENT, headers());
        }

        private Map<String, String> headers() {
            return Map.of("Cookie", cookie, "Accept-Language", language, "Accept", "text/html");
        }
    }
}
