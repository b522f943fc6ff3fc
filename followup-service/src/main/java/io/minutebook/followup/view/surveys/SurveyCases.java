package io.minutebook.followup.view.surveys;

import io.minutebook.eventlog.StoredEvent;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.process.Reaction;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the case of a survey by the survey's id, as the log has it. */
@Component
public class SurveyCases implements Reaction<CaseEvent> {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SurveyCases(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "view.survey-cases";
    }

    @Override
    public Class<CaseEvent> family() {
        return CaseEvent.class;
    }

    @Override
    public void on(StoredEvent<CaseEvent> event) {
        if (event.event() instanceof CaseEvent.SurveyPrepared prepared) {
            transaction.executeWithoutResult(open -> jdbc.update(
                    "INSERT INTO survey_case (survey_id, case_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    prepared.surveyId(),
                    prepared.ref().caseId()));
        }
    }

    /** @throws Rejected {@code survey-task-not-found} where no such survey is known */
    public String caseOf(UUID surveyId) {
        return jdbc.queryForList("SELECT case_id FROM survey_case WHERE survey_id = ?", String.class, surveyId).stream()
                .findFirst()
                .orElseThrow(() -> new Rejected("survey-task-not-found", "There is no such survey task."));
    }
}
