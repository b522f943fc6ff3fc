package io.minutebook.contract;

/**
 * Word on how the work goes, for the owner to pass on.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param note how it goes
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record ProgressReported(String caseId, String caseNumber, String site, String note, int cycle)
        implements OnCase {
    public ProgressReported {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(note, "note");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
