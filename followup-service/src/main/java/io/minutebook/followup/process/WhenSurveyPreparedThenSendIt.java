package io.minutebook.followup.process;

import io.minutebook.eventlog.StoredEvent;
import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseFile;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.followup.domain.cases.SurveyAddress;
import io.minutebook.kernel.History;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.process.Reaction;
import org.springframework.stereotype.Component;

/** When a survey is prepared, then it goes out, unless the case was reopened meanwhile. */
@Component
class WhenSurveyPreparedThenSendIt implements Reaction<CaseEvent> {
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases;
    private final SurveySender sender;
    private final Commands commands;
    private final SurveyAddress settings;

    WhenSurveyPreparedThenSendIt(
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases,
            SurveySender sender,
            Commands commands,
            SurveyAddress settings) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.sender = sender;
        this.commands = commands;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "policy.deliver-survey";
    }

    @Override
    public Class<CaseEvent> family() {
        return CaseEvent.class;
    }

    @Override
    public void on(StoredEvent<CaseEvent> event) throws Exception {
        if (event.event() instanceof CaseEvent.SurveyPrepared prepared
                && aggregateStates.state(cases, event.stream()).phase() instanceof CaseState.Known known) {
            CaseFile file = known.file();
            CaseFile.Survey survey = file.survey(prepared.surveyId()).orElse(null);
            if (survey != null && file.toBeSent(survey)) {
                SurveySender.Sent sent = sender.send(letter(file, survey));
                commands.react(
                        new CaseCommand.NoteSurveySent(file.ref().caseId(), survey.surveyId(), sent.means(), sent.to()),
                        event.eventId());
            }
        }
    }

    private SurveySender.Letter letter(CaseFile file, CaseFile.Survey survey) {
        return new SurveySender.Letter(
                survey.surveyId(),
                file.ref().caseNumber(),
                file.customer().phone(),
                file.customer().email(),
                survey.language(),
                settings.link(survey.token(), survey.language()));
    }
}
