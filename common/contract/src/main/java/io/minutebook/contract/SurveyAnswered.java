package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The customer answered the survey.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param surveyId the survey, a UUID; never the token in its link
 * @param score satisfaction, 1 (worst) to 5 (best)
 * @param recommend likelihood to recommend, 0 to 10; absent where not answered
 * @param comment in the customer's own words
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record SurveyAnswered(
        String caseId,
        String caseNumber,
        String site,
        String surveyId,
        int score,
        @Nullable Integer recommend,
        @Personal @Nullable String comment,
        int cycle)
        implements OnCase {
    public SurveyAnswered {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(surveyId, "surveyId");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
