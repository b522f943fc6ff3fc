package io.minutebook.followup.process;

import io.minutebook.eventlog.StoredEvent;
import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseFile;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.followup.domain.cases.Survey;
import io.minutebook.followup.domain.cases.SurveyAddress;
import io.minutebook.kernel.History;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.process.Reaction;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * When a survey is prepared, then it goes out by the first channel that accepts it, unless the case was reopened meanwhile. Where no channel is left,
 * it becomes a task of the follow-up desk.
 */
@Component
class WhenSurveyPreparedThenSendIt implements Reaction<CaseEvent> {
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases;
    private final SurveyChannels channels;
    private final Commands commands;
    private final SurveyAddress settings;

    WhenSurveyPreparedThenSendIt(
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases,
            SurveyChannels channels,
            Commands commands,
            SurveyAddress settings) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.channels = channels;
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
            Survey survey = file.survey(prepared.surveyId()).orElse(null);
            if (survey != null && file.toBeSent(survey) && !survey.task()) {
                send(file, survey, event.eventId());
            }
        }
    }

    private void send(CaseFile file, Survey survey, UUID cause) throws Exception {
        String caseId = file.ref().caseId();
        for (SurveyChannel channel : channels.inOrder()) {
            switch (channel.send(letter(file, survey))) {
                case SurveyChannel.Outcome.Accepted accepted -> {
                    commands.react(
                            new CaseCommand.NoteSurveySent(
                                    caseId, survey.surveyId(), channel.means(), accepted.to(), accepted.messageId()),
                            cause);
                    return;
                }
                case SurveyChannel.Outcome.Refused refused ->
                    commands.react(
                            new CaseCommand.NoteSurveyRefused(
                                    caseId, survey.surveyId(), channel.means(), refused.reason()),
                            cause);
                case SurveyChannel.Outcome.NoAddress none -> {}
            }
        }
        commands.react(new CaseCommand.OpenSurveyTask(caseId, survey.surveyId()), cause);
    }

    private SurveyChannel.Letter letter(CaseFile file, Survey survey) {
        return new SurveyChannel.Letter(
                survey.surveyId(),
                file.ref().caseNumber(),
                file.customer().phone(),
                file.customer().email(),
                survey.language(),
                settings.link(survey.token(), survey.language()));
    }
}
