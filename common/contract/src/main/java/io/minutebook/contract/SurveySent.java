package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The customer was asked how satisfied they are; this stops the survey clock.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param surveyId the survey, a UUID; never the token in its link
 * @param means how it went out: email, sms or log
 * @param sentTo the address or number it went to
 * @param language its language, a BCP 47 tag
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record SurveySent(
        String caseId,
        String caseNumber,
        String site,
        String surveyId,
        String means,
        @Personal @Nullable String sentTo,
        String language,
        int cycle)
        implements OnCase {
    public SurveySent {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(surveyId, "surveyId");
        FieldChecks.present(means, "means");
        FieldChecks.present(language, "language");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
