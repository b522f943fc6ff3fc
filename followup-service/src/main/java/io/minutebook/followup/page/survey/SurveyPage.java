package io.minutebook.followup.page.survey;

import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseFile;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.followup.domain.cases.SurveyToken;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.security.AllowAnyone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks the customer who holds the link, and thanks them once they have answered. Works without scripts. */
@Controller
class SurveyPage {
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases;

    SurveyPage(
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
    }

    @GetMapping("/followup/surveys/{token}")
    @AllowAnyone
    String ask(@PathVariable String token, Model model) {
        CaseFile file = known(token);
        model.addAttribute("caseNumber", file.ref().caseNumber());
        model.addAttribute("token", token);
        boolean answered =
                file.surveyWith(token).filter(CaseFile.Survey::answered).isPresent();
        return answered ? "followup/survey/thanks" : "followup/survey/survey";
    }

    private CaseFile known(String token) {
        return SurveyToken.caseOf(token)
                .map(caseId -> aggregateStates.state(cases, caseId).phase())
                .filter(CaseState.Known.class::isInstance)
                .map(state -> ((CaseState.Known) state).file())
                .filter(file -> file.surveyWith(token).isPresent())
                .orElseThrow(() -> new Rejected("survey-not-found", "There is no such survey."));
    }
}
