package io.minutebook.followup.api;

import static io.minutebook.platform.security.Role.FOLLOWUP;

import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.followup.domain.cases.Contact;
import io.minutebook.followup.domain.cases.Survey;
import io.minutebook.followup.domain.cases.SurveyAddress;
import io.minutebook.followup.view.surveys.SurveyCases;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Phone;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Surveys that no channel could carry: the follow-up desk calls and asks, or hands the link over. */
@RestController
@RequestMapping({"/api/followup/survey-tasks/{surveyId}", "/followup/survey-tasks/{surveyId}"})
class SurveyTaskCommandController {
    /**
     * @param reached whether the customer came to the phone
     * @param at when, for a late entry
     * @param callId the call, as the telephone system knows it
     * @param number the number that was called; leave it out for the one on file
     */
    record ContactRequest(
            boolean reached,
            @Nullable @Occurred Instant at,
            @Nullable @Text(max = 100) String callId,
            @Nullable @Phone String number) {}

    /** @param score what the customer answered, 1 (worst) to 5 (best); leave it out where they did not */
    record HandOverRequest(
            ContactRequest contact,
            @Nullable @Min(1) @Max(5) Integer score) {}

    /** @param link the page on which the customer answers; that it was looked at, and by whom, is on record */
    record LinkResponse(String link) {}

    private final Commands commands;
    private final SurveyCases surveyCases;
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases;
    private final SurveyAddress address;

    SurveyTaskCommandController(
            Commands commands,
            SurveyCases surveyCases,
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases,
            SurveyAddress address) {
        this.commands = commands;
        this.surveyCases = surveyCases;
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.address = address;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({FOLLOWUP})
    void handOver(@PathVariable UUID surveyId, @RequestBody HandOverRequest r) {
        ContactRequest contact = r.contact();
        commands.send(new CaseCommand.HandOverSurvey(
                surveyCases.caseOf(surveyId),
                surveyId,
                new Contact(contact.reached(), contact.at(), contact.callId(), contact.number()),
                r.score()));
    }

    @PostMapping("/link")
    @Allow({FOLLOWUP})
    LinkResponse link(@PathVariable UUID surveyId) {
        String caseId = surveyCases.caseOf(surveyId);
        commands.send(new CaseCommand.ShowSurveyLink(caseId, surveyId));
        Survey survey = CaseState.known(aggregateStates.state(cases, caseId).phase())
                .file()
                .survey(surveyId)
                .orElseThrow(() -> new Rejected("survey-task-not-found", "There is no such survey task."));
        return new LinkResponse(address.link(survey.token(), survey.language()));
    }
}
