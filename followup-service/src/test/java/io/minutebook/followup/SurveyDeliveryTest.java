package io.minutebook.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.followup.domain.cases.CaseClock;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.testing.TestTokens;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The survey on its way: by mail through a real SMTP server, or handed on by people. */
class SurveyDeliveryTest {
    private static final Followup FOLLOWUP = Followup.running();
    private static final OtherServices OTHERS = new OtherServices();
    private static final String AGENT = TestTokens.token("wang", "agent");
    private static final String DESK = TestTokens.token("zhao", "followup");
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Pattern LINK =
            Pattern.compile("https://care\\.example\\.com/followup/surveys/([\\w-]{43})\\?lang=(zh|en)");

    private final String caseId = UUID.randomUUID().toString();
    private final String address = "c" + caseId.substring(0, 8) + "@example.com";

    @AfterAll
    static void hangUp() {
        OTHERS.close();
    }

    @Test
    void the_survey_is_mailed_in_its_window_and_answered_once() throws Exception {
        solved(address, "en-GB");
        MimeMessage mail = awaitMail();
        assertThat(mail.getSubject()).contains(OtherServices.number(caseId)).contains("How was our service");
        assertThat(mail.getFrom()[0]).hasToString("care@example.com");
        assertThat(mail.getMessageID()).startsWith("<").endsWith("@example.com>");
        awaitSurvey("EMAIL");
        assertThat(FOLLOWUP.get(path(), AGENT).body())
                .as("a link is the customer's alone")
                .doesNotContain(token(mail));
        await().atMost(SOON).until(() -> OTHERS.published(caseId).containsAll(List.of("SurveySent", "ClockMet")));

        String token = token(mail);
        assertThat(answer(token, "{\"score\":5,\"recommend\":9,\"comment\":\"谢谢 👍\"}")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> twice = answer(token, "{\"score\":1}");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("survey-already-answered");
        await().atMost(SOON).until(() -> OTHERS.published(caseId).contains("SurveyAnswered"));
    }

    @Test
    void a_chinese_customer_is_written_to_in_chinese() throws Exception {
        solved(address, null);
        assertThat(awaitMail().getSubject()).contains("工单").contains(OtherServices.number(caseId));
    }

    @Test
    void the_page_asks_in_the_customers_language_takes_the_answer_without_scripts_and_thanks() throws Exception {
        solved(address, null);
        String page = "/followup/surveys/" + token(awaitMail());
        HttpResponse<String> chinese = FOLLOWUP.get(page + "?lang=zh", "");
        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(chinese.body()).contains("您对我们的服务满意吗").contains(OtherServices.number(caseId));
        assertThat(FOLLOWUP.get(page + "?lang=en", "").body()).contains("How was our service?");

        String form = "&_form=survey&_page=" + page + "%3Flang%3Dzh&lang=zh";
        HttpResponse<String> faulty = FOLLOWUP.postForm(page, "score=&recommend=10&comment=%3Cb%3Ehi" + form);
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.body())
                .contains("role=\"alert\"", "请选择 1 到 5 分的满意度", "id=\"survey-score-fault\"")
                .contains("value=\"10\" checked=\"checked\"")
                .contains("&lt;b&gt;hi")
                .doesNotContain("<b>hi");
        assertThat(faulty.headers().allValues("set-cookie"))
                .as("a customer gets no session")
                .allMatch(cookie -> cookie.startsWith("MB_lang"));
        assertThat(FOLLOWUP.postForm(page, "score=9" + form).statusCode()).isEqualTo(400);

        HttpResponse<String> taken = FOLLOWUP.postForm(page, "score=4&recommend=&comment=&_key=k" + form);
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(taken.headers().firstValue("Location")).hasValue(page + "?lang=zh");
        assertThat(FOLLOWUP.get(page + "?lang=zh", "").body()).contains("谢谢您的评价");
        assertThat(FOLLOWUP.postForm(page, "score=4&recommend=&comment=&_key=k" + form)
                        .statusCode())
                .as("a double click")
                .isEqualTo(303);
        HttpResponse<String> again = FOLLOWUP.postForm(page, "score=1" + form);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("谢谢您的评价");
        await().atMost(SOON).until(() -> OTHERS.published(caseId).contains("SurveyAnswered"));
        assertThat(OTHERS.published(caseId).stream().filter("SurveyAnswered"::equals))
                .hasSize(1);
    }

    @Test
    void a_page_nobody_was_sent_to_is_not_found() {
        assertThat(FOLLOWUP.get("/followup/surveys/x", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_customer_without_mail_is_asked_by_the_follow_up_desk_and_nothing_counts_as_sent_before() {
        solved(null, null);
        awaitTask();
        assertThat(surveys().path(0).path("means").isNull()).isTrue();
        String task = task();
        assertThat(FOLLOWUP.post(task, "{\"contact\":{\"reached\":false}}", DESK)
                        .statusCode())
                .isEqualTo(204);
        assertThat(surveys().path(0).path("means").isNull()).isTrue();
        assertThat(FOLLOWUP.post(task, "{\"contact\":{\"reached\":true,\"number\":\"021-95792155\"},\"score\":4}", DESK)
                        .statusCode())
                .isEqualTo(204);
        assertThat(surveys().path(0).path("means").asString()).isEqualTo("CALL");
        assertThat(surveys().path(0).path("task").asBoolean()).isFalse();
        HttpResponse<String> twice = FOLLOWUP.post(task, "{\"contact\":{\"reached\":true}}", DESK);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("survey-already-sent");
        await().atMost(SOON)
                .until(() -> OTHERS.published(caseId)
                        .containsAll(List.of(
                                "SurveyTaskOpened",
                                "SurveyDeliveryFailed",
                                "SurveySent",
                                "SurveyAnswered",
                                "ClockMet")));
    }

    @Test
    void the_link_is_shown_to_whoever_hands_it_over_and_to_nobody_else() {
        solved(null, null);
        awaitTask();
        String task = task();
        assertThat(FOLLOWUP.post(task + "/link", "", AGENT).statusCode()).isEqualTo(403);
        assertThat(FOLLOWUP.post(task + "/link", "", TestTokens.token("li", Map.of("followup", List.of("beijing"))))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> shown = FOLLOWUP.post(task + "/link", "", DESK);
        assertThat(shown.statusCode()).isEqualTo(200);
        Matcher link = LINK.matcher(shown.body());
        assertThat(link.find()).isTrue();
        assertThat(FOLLOWUP.get(path(), DESK).body()).doesNotContain(link.group(1));
        assertThat(answer(link.group(1), "{\"score\":5}").statusCode()).isEqualTo(204);
        assertThat(OTHERS.published(caseId)).doesNotContain("SurveyLinkShown");
    }

    @Test
    void a_task_nobody_opened_is_not_found() {
        String task = "/api/followup/survey-tasks/" + UUID.randomUUID();
        assertThat(FOLLOWUP.post(task, "{\"contact\":{\"reached\":true}}", DESK).statusCode())
                .isEqualTo(404);
        assertThat(FOLLOWUP.post(task + "/link", "", DESK).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"contact\":{}}",
                "{\"contact\":{\"reached\":true,\"number\":\"x\"}}",
                "{\"contact\":{\"reached\":true,\"at\":\"2999-01-01T00:00:00Z\"}}",
                "{\"contact\":{\"reached\":true},\"score\":6}"
            })
    void a_hand_over_that_is_none_is_refused(String body) {
        assertThat(FOLLOWUP.post("/api/followup/survey-tasks/" + UUID.randomUUID(), body, DESK)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_expired_link_is_gone_for_the_page_and_for_the_answer() throws Exception {
        solved(address, "en");
        String token = token(awaitMail());
        awaitSurvey("EMAIL");
        Instant later = Instant.now().plus(Duration.ofDays(31));
        HttpResponse<String> page = FOLLOWUP.getAt(later, "/followup/surveys/" + token + "?lang=en", "", Map.of());
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("This survey is closed").doesNotContain("<form");
        HttpResponse<String> answer = FOLLOWUP.post(
                "/api/followup/surveys/" + token, "{\"score\":5}", "", Map.of(SettableClock.HEADER, later.toString()));
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("\"code\":\"survey-expired\"");
    }

    @Test
    void an_address_that_is_none_is_refused_and_left_to_people() {
        solved("not an address", null);
        awaitTask();
        await().atMost(SOON)
                .until(() -> OTHERS.published(caseId).containsAll(List.of("SurveyDeliveryFailed", "SurveyTaskOpened")));
        assertThat(OTHERS.published(caseId)).doesNotContain("SurveySent");
    }

    @Test
    void a_mail_server_that_is_down_is_tried_until_it_is_up() {
        FOLLOWUP.mail().stop();
        try {
            solved(address, null);
            await().atMost(SOON).until(() -> surveys().size() == 1);
            assertThat(surveys().path(0).path("means").isNull()).isTrue();
        } finally {
            FOLLOWUP.mail().start();
        }
        awaitSurvey("EMAIL");
        assertThat(mails()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "%F0%9F%98%80", "..%3B"})
    void a_link_nobody_was_sent_is_not_found(String token) {
        assertThat(answer(token, "{\"score\":5}").statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"score\":0}",
                "{\"score\":6}",
                "{\"score\":4.5}",
                "{\"score\":\"5\"}",
                "{\"score\":5,\"recommend\":11}",
                "{\"score\":5,\"recommend\":-1}",
                "{\"score\":5,\"comment\":3}",
                "{\"score\":5,\"x\":1}",
                "5",
                ""
            })
    void an_answer_that_is_none_is_refused(String body) {
        assertThat(answer("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", body).statusCode())
                .isEqualTo(400);
    }

    /** Registered and solved such that its survey is open right now. */
    private void solved(@Nullable String email, @Nullable String language) {
        Instant resolved = within();
        OTHERS.register(caseId, "shanghai", email, language, resolved.minusSeconds(60));
        OTHERS.resolve(caseId, "escalation", 1, resolved);
    }

    /** A moment whose survey window holds the present. */
    private static Instant within() {
        SitePolicies policies = SitePolicies.standard(CaseClock.values());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return Stream.iterate(now, hour -> hour.minus(1, ChronoUnit.HOURS))
                .filter(start -> {
                    Limit.Window window = policies.policy(CaseClock.SURVEY, PolicyScope.of("shanghai"))
                            .limit()
                            .from(start, policies.site("shanghai"));
                    Instant opens = window.opensAt();
                    return opens != null && !now.isBefore(opens);
                })
                .findFirst()
                .orElseThrow();
    }

    private MimeMessage awaitMail() {
        await().atMost(SOON).until(() -> !mails().isEmpty());
        return mails().getFirst();
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(FOLLOWUP.mail().getReceivedMessages())
                .filter(mail -> recipient(mail).filter(address::equals).isPresent())
                .toList();
    }

    private static Optional<String> recipient(MimeMessage mail) {
        try {
            return Optional.of(mail.getAllRecipients()[0].toString());
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private static String token(MimeMessage mail) throws MessagingException, IOException {
        Matcher link = LINK.matcher(String.valueOf(mail.getContent()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void awaitSurvey(String means) {
        await().atMost(SOON)
                .until(() -> surveys().path(0).path("means").asString("").equals(means));
    }

    private void awaitTask() {
        await().atMost(SOON).until(() -> surveys().path(0).path("task").asBoolean(false));
    }

    /** The address of the one survey's task, once its case can be found by it. */
    private String task() {
        String task = "/api/followup/survey-tasks/"
                + surveys().path(0).path("surveyId").asString();
        await().atMost(SOON)
                .until(() -> FOLLOWUP.post(task, "{\"contact\":{\"reached\":false},\"score\":1}", DESK)
                                .statusCode()
                        == 409);
        return task;
    }

    private JsonNode surveys() {
        return FOLLOWUP.getJson(path(), AGENT).path("surveys");
    }

    private String path() {
        return "/api/followup/cases/" + caseId;
    }

    private static HttpResponse<String> answer(String token, String body) {
        return FOLLOWUP.post("/api/followup/surveys/" + token, body, "");
    }
}
