package io.minutebook.followup.page.survey;

import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseFile;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.followup.domain.cases.SurveyToken;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.security.AllowAnyone;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Asks the customer who holds the link, and thanks them. Works without scripts. */
@Controller
class SurveyPage {
    private static final String PATH = "/followup/surveys/";

    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, CaseState, CaseEvent> cases;
    private final Commands commands;

    SurveyPage(
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, CaseState, CaseEvent> cases,
            Commands commands) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.commands = commands;
    }

    @GetMapping(PATH + "{token}")
    @AllowAnyone
    ModelAndView ask(@PathVariable String token, Locale locale) {
        return page(known(token), token, SurveyForm.EMPTY, locale);
    }

    @PostMapping(PATH + "{token}")
    @AllowAnyone
    ModelAndView answer(
            @PathVariable String token,
            @Valid @ModelAttribute("form") SurveyForm form,
            BindingResult faults,
            Locale locale) {
        CaseFile file = known(token);
        Integer score = form.score();
        if (faults.hasErrors() || score == null) {
            ModelAndView again = page(file, token, form, locale);
            again.setStatus(HttpStatus.BAD_REQUEST);
            again.addObject("faulty", true);
            return again;
        }
        if (!answered(file, token)) {
            commands.sendOpenly(
                    new CaseCommand.AnswerSurvey(
                            file.ref().caseId(), token, score, form.recommend(), form.commentOrNone()),
                    "customer");
        }
        RedirectView thanks = new RedirectView(PATH + token + "?lang=" + language(locale));
        thanks.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(thanks);
    }

    private ModelAndView page(CaseFile file, String token, SurveyForm form, Locale locale) {
        ModelAndView page = new ModelAndView(answered(file, token) ? "followup/survey/thanks" : "followup/survey");
        page.addObject("caseNumber", file.ref().caseNumber());
        page.addObject("action", PATH + token + "?lang=" + language(locale));
        page.addObject("given", form);
        page.addObject("faulty", false);
        return page;
    }

    private CaseFile known(String token) {
        return SurveyToken.caseOf(token)
                .map(caseId -> aggregateStates.state(cases, caseId))
                .filter(CaseState.Known.class::isInstance)
                .map(state -> ((CaseState.Known) state).file())
                .filter(file -> file.surveyWith(token).isPresent())
                .orElseThrow(() -> new Rejected("survey-not-found", "There is no such survey."));
    }

    private static boolean answered(CaseFile file, String token) {
        return file.surveyWith(token).filter(CaseFile.Survey::answered).isPresent();
    }

    private static String language(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh" : "en";
    }
}
