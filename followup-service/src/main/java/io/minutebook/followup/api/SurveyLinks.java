package io.minutebook.followup.api;

import io.minutebook.followup.domain.cases.CaseFile;
import io.minutebook.followup.domain.cases.SurveyAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see a survey's link: the customer, and where no mail could carry it those who hand it on. */
@Component
class SurveyLinks {
    private static final String ONLY_LOGGED = "log";

    private final SurveyAddress settings;

    SurveyLinks(SurveyAddress settings) {
        this.settings = settings;
    }

    @Nullable
    String toHandOn(CaseFile.Survey survey) {
        return ONLY_LOGGED.equals(survey.means()) ? settings.link(survey.token(), survey.language()) : null;
    }
}
