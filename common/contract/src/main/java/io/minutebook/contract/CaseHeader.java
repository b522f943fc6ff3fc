package io.minutebook.contract;

/**
 * Which case an event belongs to, and which way through it. In JSON its fields stand flat among those of the event.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record CaseHeader(
        @OffTimeline String caseId,
        @OffTimeline String caseNumber,
        @OffTimeline String site,
        @OffTimeline int cycle) {
    public CaseHeader {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
