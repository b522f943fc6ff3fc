package io.minutebook.escalation;

import static io.minutebook.escalation.EscalationStand.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.contract.HandOver;
import io.minutebook.contract.Topics;
import io.minutebook.testing.PublishedSchemas;
import io.minutebook.testing.TestTokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Intake and followup speak on the topics, people over HTTP, and the world listens to escalation.cases. */
class EscalationTest {
    private final EscalationStand stand = EscalationStand.running();

    @Test
    void a_hard_fault_goes_its_way_from_the_dispatch_to_the_clearance() {
        String id = UUID.randomUUID().toString();
        UUID dispatch = UUID.randomUUID();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        stand.tell(Topics.INTAKE_CASES, dispatch, id, dispatch(id, "shanghai", "chen", 1), at);
        stand.known(id);
        done(id, "acknowledgement", "{}");
        done(id, "replies", "{\"difficulty\":\"no light at either end\",\"nextSteps\":\"measure the fibre\"}");
        done(id, "progress", "{\"note\":\"on the way\"}");
        done(id, "escalations", "{\"tier\":\"L2\",\"reason\":\"beyond my tools\",\"customerTold\":true}");
        done(id, "expert-contact", "{\"note\":\"told them what we measure\"}");
        done(id, "suspension", "{\"reason\":\"WAITING_FOR_PARTS\"}");
        done(id, "resumption", "{}");
        done(id, "plan", "{\"plan\":\"splice the fibre\"}");
        done(id, "resolution", "{\"summary\":\"spliced\"}");

        assertThat(stand.awaitPublished(id, 17))
                .containsExactly(
                        "ClockStarted",
                        "ClockStarted",
                        "DispatchAcknowledged",
                        "EngineerReplied",
                        "ClockMet",
                        "ProgressReported",
                        "EscalatedToL2",
                        "ClockStarted",
                        "ExpertContacted",
                        "ClockMet",
                        "CaseSuspended",
                        "ClockPaused",
                        "CaseResumed",
                        "ClockResumed",
                        "SolutionPlanned",
                        "ClockMet",
                        "Resolved");
        Heard resolved = stand.published(id).getLast();
        assertThat(resolved.value().path("tier").asString()).isEqualTo("L2");
        assertThat(resolved.value().path("solvedBy").asString()).isEqualTo("EXPERT");
        assertThat(resolved.value().path("solver").asString()).isEqualTo("somebody");
        assertThat(resolved.value().path("outcome").asString()).isEqualTo("FIXED");
    }

    @Test
    void what_is_published_fits_its_schema_and_names_its_cause() {
        String id = UUID.randomUUID().toString();
        UUID dispatch = UUID.randomUUID();
        stand.tell(Topics.INTAKE_CASES, dispatch, id, dispatch(id, "shanghai", "chen", 1), Instant.now());
        stand.known(id);
        done(id, "replies", "{\"plan\":\"swap the port\"}");
        stand.awaitPublished(id, 6);
        List<Heard> heard = stand.published(id);
        assertThat(heard)
                .allSatisfy(event -> assertThat(PublishedSchemas.faults(
                                event.type(), event.value().toString()))
                        .isEmpty());
        assertThat(heard.get(0).cause()).isEqualTo(dispatch.toString());
        assertThat(heard.get(0).value().path("startedBy").asString()).isEqualTo(dispatch.toString());
        assertThat(heard.get(2).type()).isEqualTo("EngineerReplied");
        assertThat(heard.get(2).value().path("to").asString()).isEqualTo("STAFF");
        assertThat(heard.get(3).type()).isEqualTo("SolutionPlanned");
        assertThat(heard.get(3).cause()).isEqualTo(heard.get(2).id().toString());
    }

    @Test
    void news_that_comes_twice_counts_once() {
        String id = UUID.randomUUID().toString();
        UUID dispatch = UUID.randomUUID();
        Instant at = Instant.now();
        stand.tell(Topics.INTAKE_CASES, dispatch, id, dispatch(id, "shanghai", "chen", 1), at);
        stand.tell(Topics.INTAKE_CASES, dispatch, id, dispatch(id, "shanghai", "chen", 1), at);
        stand.known(id);
        done(id, "resolution", "{\"summary\":\"swapped\"}");
        UUID denial = UUID.randomUUID();
        stand.tell(Topics.FOLLOWUP_CASES, denial, id, denial(id, "shanghai", 1), Instant.now());
        stand.tell(Topics.FOLLOWUP_CASES, denial, id, denial(id, "shanghai", 1), Instant.now());
        await().atMost(SOON).until(() -> stand.known(id).path("cycle").asInt() == 2);
        done(id, "resolution", "{\"summary\":\"swapped again\"}");
        UUID clearance = UUID.randomUUID();
        stand.tell(Topics.FOLLOWUP_CASES, clearance, id, clearance(id, "shanghai", 2), Instant.now());
        stand.tell(Topics.FOLLOWUP_CASES, clearance, id, clearance(id, "shanghai", 2), Instant.now());
        await().atMost(SOON)
                .until(() -> stand.known(id).path("phase").asString().equals("CLEARED"));
        assertThat(stand.known(id).path("solvedBy").asString()).isEqualTo("ENGINEER");
        assertThat(stand.known(id).path("solver").asString()).isEqualTo("chen");
        assertThat(stand.known(id).path("engineer").asString()).isEqualTo("chen");
        assertThat(stand.awaitPublished(id, 11))
                .containsExactly(
                        "ClockStarted",
                        "ClockStarted",
                        "Resolved",
                        "ClockWithdrawn",
                        "ClockWithdrawn",
                        "CaseReopened",
                        "ClockStarted",
                        "ClockStarted",
                        "Resolved",
                        "ClockWithdrawn",
                        "ClockWithdrawn");
    }

    @Test
    void a_vendors_case_is_resolved_by_the_vendor() {
        String id = UUID.randomUUID().toString();
        stand.tell(Topics.INTAKE_CASES, UUID.randomUUID(), id, order(id, "shanghai"), Instant.now());
        assertThat(stand.known(id).path("phase").asString()).isEqualTo("AT_VENDOR");
        assertThat(stand.post(id, "acknowledgement", "{}").code()).isEqualTo("case-at-vendor");
        done(id, "resolution", "{\"summary\":\"replaced\"}");
        stand.awaitPublished(id, 1);
        Heard resolved = stand.published(id).getFirst();
        assertThat(resolved.value().path("tier").asString()).isEqualTo("L1");
        assertThat(resolved.value().path("solvedBy").asString()).isEqualTo("VENDOR");
        assertThat(resolved.value().path("solver").asString()).isEqualTo("Terminal Works");
    }

    @Test
    void an_engineer_who_does_not_answer_is_warned_and_found_late_without_anybody_asking() {
        String id = stand.dispatched("hasty");
        await().atMost(SOON)
                .until(() -> stand.published(id).stream()
                        .anyMatch(event -> event.type().equals("ClockBreached")));
        done(id, "replies", "{\"plan\":\"swap\"}");
        assertThat(stand.awaitPublished(id, 8))
                .containsExactly(
                        "ClockStarted",
                        "ClockStarted",
                        "ClockWarned",
                        "ClockBreached",
                        "EngineerReplied",
                        "SolutionPlanned",
                        "ClockCorrected",
                        "ClockMet");
    }

    @Test
    void a_case_nobody_has_told_of_yet_may_be_tried_again_in_a_second() {
        Answer answer = stand.post(UUID.randomUUID().toString(), "acknowledgement", "{}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("case-not-known-yet");
        assertThat(answer.headers().get("retry-after")).containsExactly("1");
        assertThat(stand.get(UUID.randomUUID().toString(), everybody()).status())
                .isEqualTo(404);
        assertThat(stand.post("nonsense", "acknowledgement", "{}").status()).isEqualTo(404);
    }

    @Test
    void the_same_request_under_the_same_key_is_done_once() {
        String id = stand.dispatched("shanghai");
        assertThat(stand.post(id, "progress", "{\"note\":\"there\"}", everybody(), "key-" + id)
                        .status())
                .isEqualTo(204);
        assertThat(stand.post(id, "progress", "{\"note\":\"there\"}", everybody(), "key-" + id)
                        .status())
                .isEqualTo(204);
        done(id, "resolution", "{\"summary\":\"swapped\"}");
        assertThat(stand.awaitPublished(id, 6)).containsOnlyOnce("ProgressReported");
    }

    @Test
    void a_step_that_is_entered_late_says_when_it_was_taken() {
        String id = UUID.randomUUID().toString();
        Instant at = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        stand.tell(Topics.INTAKE_CASES, UUID.randomUUID(), id, dispatch(id, "shanghai", "chen", 1), at);
        stand.known(id);
        done(id, "plan", "{\"plan\":\"swap\",\"occurredAt\":\"" + at.plusSeconds(600) + "\"}");
        assertThat(stand.known(id).path("clocks").toString()).contains("\"clock\":\"plan\"");
        assertThat(stand.post(id, "progress", "{\"note\":\"x\",\"occurredAt\":\"" + at.minusSeconds(61) + "\"}")
                        .code())
                .isEqualTo("before-the-start");
    }

    @Test
    void a_step_that_is_entered_after_its_limit_passed_takes_the_breach_back_with_evidence_only() {
        String id = UUID.randomUUID().toString();
        Instant at = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        stand.tell(Topics.INTAKE_CASES, UUID.randomUUID(), id, dispatch(id, "shanghai", "chen", 1), at);
        stand.known(id);
        String plan = "\"plan\":\"swap\",\"occurredAt\":\"";
        done(id, "replies", "{" + plan + at.plusSeconds(2_400) + "\"}");
        assertThat(reply(id)).isEqualTo("BREACHED -600");
        assertThat(stand.post(id, "replies", "{" + plan + at.plusSeconds(600) + "\"}")
                        .code())
                .isEqualTo("evidence-missing");
        done(id, "replies", "{" + plan + at.plusSeconds(600) + "\",\"evidence\":\"call 4711\"}");
        assertThat(reply(id)).isEqualTo("MET 1200");
    }

    private String reply(String id) {
        return stand.known(id)
                .path("clocks")
                .valueStream()
                .filter(clock -> clock.path("clock").asString().equals("reply"))
                .map(clock -> clock.path("status").asString() + " "
                        + clock.path("marginSeconds").asLong())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void work_stands_still_only_by_a_supervisor_and_for_a_listed_reason() {
        String id = stand.dispatched("shanghai");
        String engineer = TestTokens.token("chen", "engineer", "agent", "expert", "manager", "integrator");
        assertThat(stand.post(id, "suspension", "{\"reason\":\"CUSTOMER_ABSENT\"}", engineer, null)
                        .status())
                .isEqualTo(403);
        assertThat(stand.post(id, "resumption", "{}", engineer, null).status()).isEqualTo(403);
        assertThat(stand.post(id, "suspension", "{\"reason\":\"OTHER\"}").code())
                .isEqualTo("reason-not-listed");
        done(id, "suspension", "{\"reason\":\"CUSTOMER_ABSENT\"}");
        String suspension =
                stand.known(id).path("suspensions").path(0).path("suspensionId").asString();
        done(id, "resumption", "{\"suspensionId\":\"" + suspension + "\"}");
        assertThat(stand.known(id).path("suspensions").isEmpty()).isTrue();
    }

    @Test
    void an_engineer_who_joins_another_owes_an_answer_of_his_own() {
        String id = stand.dispatched("shanghai");
        stand.tell(
                Topics.INTAKE_CASES,
                UUID.randomUUID(),
                id,
                dispatch(id, "shanghai", "wang", HandOver.BESIDE, 1),
                Instant.now());
        await().atMost(SOON).until(() -> stand.known(id).path("engineers").size() == 2);
        String wang = TestTokens.token("wang", Map.of("engineer", List.of("shanghai")));
        assertThat(stand.post(id, "replies", "{\"difficulty\":\"no key\",\"nextSteps\":\"get it\"}", wang, null)
                        .status())
                .isEqualTo(204);
        assertThat(stand.known(id)
                        .path("engineers")
                        .valueStream()
                        .filter(engineer -> engineer.path("replied").asBoolean())
                        .map(engineer -> engineer.path("engineer").asString()))
                .containsExactly("wang");
    }

    @Test
    void an_engineer_gives_work_back_and_answers_a_customer_in_a_contact() {
        String id = stand.dispatched("shanghai");
        String chen = TestTokens.token("chen", Map.of("engineer", List.of("shanghai")));
        assertThat(stand.post(id, "replies", "{\"plan\":\"swap\",\"to\":\"CUSTOMER\"}", chen, null)
                        .code())
                .isEqualTo("contact-missing");
        assertThat(stand.post(
                                id,
                                "replies",
                                "{\"plan\":\"swap\",\"to\":\"CUSTOMER\",\"contact\":{\"reached\":true,\"callId\":\"c-7\"}}",
                                chen,
                                null)
                        .status())
                .isEqualTo(204);
        assertThat(stand.post(id, "returns", "{\"finding\":\"VENDOR\",\"reason\":\"the terminal\"}", chen, null)
                        .status())
                .isEqualTo(204);
        assertThat(stand.known(id).path("phase").asString()).isEqualTo("RETURNED");
        assertThat(stand.awaitPublished(id, 7)).contains("EngineerReplied", "WorkReturned");
    }

    @Test
    void who_works_at_another_site_may_not_touch_the_case() {
        String id = stand.dispatched("shanghai");
        String elsewhere = TestTokens.token("wang", Map.of("engineer", List.of("beijing")));
        assertThat(stand.post(id, "acknowledgement", "{}", elsewhere, null).status())
                .isEqualTo(403);
        assertThat(stand.get(id, elsewhere).status()).isEqualTo(403);
        String here = TestTokens.token("chen", Map.of("engineer", List.of("shanghai")));
        assertThat(stand.post(id, "acknowledgement", "{}", here, null).status()).isEqualTo(204);
        assertThat(stand.post(id, "expert-contact", "{\"note\":\"x\"}", here, null)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acknowledgement | {"when":"now"}                                       | when
            acknowledgement | {"occurredAt":"yesterday"}                           | occurredAt
            acknowledgement | {"occurredAt":"1999-12-31T23:59:59Z"}                | occurredAt
            acknowledgement | {"occurredAt":"2199-01-01T00:00:00Z"}                | occurredAt
            replies         | {}                                                   | difficulty,nextSteps
            replies         | {"plan":"swap","difficulty":"hard"}                  | difficulty
            replies         | {"plan":"swap","difficulty":"a","nextSteps":"b"}     | difficulty,nextSteps
            replies         | {"difficulty":"hard"}                                | nextSteps
            replies         | {"plan":" "}                                         | plan
            replies         | {"plan":7}                                           | plan
            escalations     | {"tier":"L1","reason":"hard","customerTold":true}    | tier
            escalations     | {"tier":"L2","customerTold":"yes"}                   | customerTold,reason
            escalations     | {}                                                   | reason,tier
            plan            | {"plan":null}                                        | plan
            plan            | {"plan":"a\\u0000b"}                                 | plan
            resolution      | {"summary":""}                                       | summary
            suspension      | {"reason":" "}                                       | reason
            suspension      | {"reason":"OTHER","until":"soon"}                    | until
            replies         | {"plan":"swap","to":"everybody"}                     | to
            replies         | {"plan":"swap","to":"CUSTOMER","contact":{}}         | contact.reached
            resolution      | {"summary":"x","solvedBy":"FIRST_LINE"}              | solvedBy
            resolution      | {"summary":"x","outcome":"OVER"}                     | outcome
            returns         | {"finding":"TIRED"}                                  | finding,reason
            progress        | {"note":"x","evidence":["",""]}                      | evidence[0],evidence[1]
            expert-contact  | {"note":["x"]}                                       | note
            """)
    void bad_input_is_refused_with_each_field_named(String step, String body, String fields) {
        String id = UUID.randomUUID().toString();
        Answer answer = stand.post(id, step, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        List<String> named = answer.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .distinct()
                .sorted()
                .toList();
        assertThat(named).as(answer.body().toString()).containsExactly(fields.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "\"\"",
                "{}{}",
                "nul",
                "{\"plan\":\"x\"},",
                "{'plan':'x'}",
                "{\"plan\":\"x\",\"plan\":\"y\"}"
            })
    void what_is_no_json_object_is_refused(String body) {
        assertThat(stand.post(UUID.randomUUID().toString(), "plan", body).status())
                .isEqualTo(400);
    }

    private void done(String caseId, String step, String body) {
        Answer answer = stand.post(caseId, step, body);
        assertThat(answer.status()).as("%s: %s", step, answer.body()).isEqualTo(204);
    }
}
