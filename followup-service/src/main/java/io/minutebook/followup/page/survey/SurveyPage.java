package io.minutebook.followup.page.survey;

import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseFile;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.followup.domain.cases.Survey;
import io.minutebook.followup.domain.cases.SurveyAddress;
import io.minutebook.followup.domain.cases.SurveyToken;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.security.AllowAnyone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks the customer who holds the link, while it is valid, and thanks them once they have answered. Works without scripts. */
@Controller
class SurveyPage {
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases;
    private final SurveyAddress address;
    private final InstantSource clock;

    SurveyPage(
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases,
            SurveyAddress address,
            InstantSource clock) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/followup/surveys/{token}")
    @AllowAnyone
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        CaseFile file = known(token);
        Survey survey = file.surveyWith(token).orElseThrow(SurveyPage::notFound);
        model.addAttribute("caseNumber", file.ref().caseNumber());
        model.addAttribute("token", token);
        if (survey.answered()) {
            return "followup/survey/thanks";
        }
        if (survey.expired(clock.instant(), address.validFor())) {
            response.setStatus(HttpServletResponse.SC_GONE);
            return "followup/survey/expired";
        }
        return "followup/survey/survey";
    }

    private CaseFile known(String token) {
        return SurveyToken.caseOf(token)
                .map(caseId -> aggregateStates.state(cases, caseId).phase())
                .filter(CaseState.Known.class::isInstance)
                .map(state -> ((CaseState.Known) state).file())
                .orElseThrow(SurveyPage::notFound);
    }

    private static Rejected notFound() {
        return new Rejected("survey-not-found", "There is no such survey.");
    }
}
