package io.minutebook.escalation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.Catalogue;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Topics;
import io.minutebook.escalation.domain.cases.Audience;
import io.minutebook.escalation.domain.cases.CaseEvent;
import io.minutebook.escalation.domain.cases.Contact;
import io.minutebook.escalation.domain.cases.EscalationTier;
import io.minutebook.escalation.domain.cases.HandOver;
import io.minutebook.escalation.domain.cases.Holder;
import io.minutebook.escalation.domain.cases.ResolutionOutcome;
import io.minutebook.escalation.domain.cases.SuspensionReason;
import io.minutebook.escalation.domain.cases.WorkFinding;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.testing.PublishedSchemas;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class CasePublisherTest {
    private static final Instant AT = Instant.parse("2026-03-03T01:00:00Z");
    private static final CaseRef REF = new CaseRef(UUID.randomUUID().toString(), "SH-1", "shanghai", 2);
    private static final PolicyScope SCOPE = new PolicyScope("shanghai", "phone", null);

    private static final Contact CALL = new Contact(true, "call-7", null, null, null);

    static Stream<CaseEvent> published() {
        return Stream.of(
                new CaseEvent.CaseReopened(AT, REF, "still dead", Holder.ENGINEER, "chen"),
                new CaseEvent.DispatchAcknowledged(AT, REF, "north", "chen"),
                new CaseEvent.EngineerReplied(AT, REF, "chen", Audience.STAFF, null, null, null, "hard", "wait"),
                new CaseEvent.EngineerReplied(AT, REF, "chen", Audience.CUSTOMER, CALL, "swap", AT, null, null),
                new CaseEvent.ProgressReported(AT, REF, "on the way"),
                new CaseEvent.WorkReturned(AT, REF, "chen", WorkFinding.VENDOR, "the terminal is broken"),
                new CaseEvent.EscalatedToL2(AT, REF, "hard", false, AT),
                new CaseEvent.EscalatedToL3(AT, REF, "hard", true),
                new CaseEvent.ExpertContacted(AT, REF, CALL, "explained"),
                new CaseEvent.SolutionPlanned(AT, REF, "swap", EscalationTier.L3, "chen", Audience.STAFF, null, null),
                new CaseEvent.Resolved(
                        AT,
                        REF,
                        EscalationTier.L1,
                        ResolutionOutcome.FIXED,
                        Holder.VENDOR,
                        "Terminal Works",
                        "swapped"),
                new CaseEvent.Resolved(
                        AT, REF, EscalationTier.L2, ResolutionOutcome.RECOVERED_BY_ITSELF, null, null, "works again"),
                new CaseEvent.CaseSuspended(AT, REF, SuspensionReason.SITE_NOT_ACCESSIBLE, AT),
                new CaseEvent.CaseResumed(AT, REF, UUID.randomUUID()));
    }

    @ParameterizedTest
    @MethodSource("published")
    void what_is_published_fits_its_schema_and_says_which_case_and_cycle(CaseEvent event) {
        PublishedEvent told = Objects.requireNonNull(translate(event));
        String json = JsonMapper.shared().writeValueAsString(told);
        assertThat(PublishedSchemas.faults(Catalogue.typeOf(told), json)).isEmpty();
        assertThat(json).contains(REF.caseId(), "\"caseNumber\":\"SH-1\"", "\"cycle\":2");
    }

    @Test
    void every_event_this_service_owes_is_published() {
        Set<String> told = published()
                .map(CasePublisherTest::translate)
                .map(event -> Catalogue.typeOf(Objects.requireNonNull(event)))
                .collect(Collectors.toSet());
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Catalogue.carriedBy(Topics.ESCALATION_CASES).stream()
                        .map(Catalogue.EventType::type)
                        .filter(type -> !type.startsWith("Clock"))
                        .toList());
    }

    @Test
    void what_intake_and_followup_have_published_is_not_said_twice() {
        assertThat(translate(new CaseEvent.DispatchReceived(
                        AT, REF, SCOPE, HandOver.FIRST, "north", "chen", UUID.randomUUID())))
                .isNull();
        assertThat(translate(new CaseEvent.VendorOrderReceived(
                        AT, REF, SCOPE, HandOver.FIRST, "maker", null, UUID.randomUUID())))
                .isNull();
        assertThat(translate(new CaseEvent.ClearanceNoted(AT, REF, UUID.randomUUID())))
                .isNull();
    }

    private static @Nullable PublishedEvent translate(CaseEvent event) {
        return new CasePublisher()
                .translate(new StoredEvent<>(
                        UUID.randomUUID(),
                        "case",
                        REF.caseId(),
                        0,
                        "escalation.X",
                        1,
                        AT,
                        AT,
                        null,
                        REF.caseId(),
                        "chen",
                        null,
                        "shanghai",
                        null,
                        event));
    }
}
