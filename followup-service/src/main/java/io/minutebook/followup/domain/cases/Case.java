package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.Decider;
import io.minutebook.kernel.Decision;
import java.time.Instant;

/** A case from the plan to the customer's last word on it. */
public final class Case implements Decider<CaseCommand, CaseState, CaseEvent> {
    @Override
    public CaseState initial() {
        return new CaseState.Unknown();
    }

    @Override
    public void decide(CaseCommand command, CaseState state, Decision<CaseEvent> decision) {
        switch (command) {
            case CaseCommand.OpenCase c -> CaseNotices.open(c, state, decision);
            case CaseCommand.NotePlan c -> CaseNotices.plan(c, state, decision);
            case CaseCommand.NoteResolution c -> CaseNotices.resolve(c, state, decision);
            case CaseCommand.CallBackCustomer c -> Restoration.callBack(c, state, decision);
            case CaseCommand.ClearFault c -> Restoration.clear(c, state, decision);
            case CaseCommand.ClockDue c -> Surveys.clockDue(c, state, decision);
            case CaseCommand.NoteSurveySent c -> Surveys.sent(c, state, decision);
            case CaseCommand.AnswerSurvey c -> Surveys.answer(c, state, decision);
        }
    }

    @Override
    public CaseState evolve(CaseState state, CaseEvent event) {
        return switch (state) {
            case CaseState.Unknown unknown ->
                event instanceof CaseEvent.CaseOpened e ? new CaseState.Open(CaseFile.of(e)) : unknown;
            case CaseState.Known known -> evolve(known, event);
        };
    }

    private static CaseState evolve(CaseState.Known known, CaseEvent event) {
        CaseFile file = known.file();
        return switch (event) {
            case CaseEvent.CaseOpened ignored -> known;
            case CaseEvent.PlanNoted e -> with(known, file.planned(e.planned()));
            case CaseEvent.ResolutionNoted e ->
                resolved(known, new CaseState.Resolution(e.resolved(), e.tier(), e.at()));
            case CaseEvent.CustomerCalledBack e -> with(revoked(known, e), file.called(e));
            case CaseEvent.RestorationConfirmed e -> new CaseState.Restored(file, known.resolution(), e.at());
            case CaseEvent.RestorationDenied ignored -> new CaseState.Open(file.reopened());
            case CaseEvent.FaultCleared e ->
                new CaseState.Cleared(file, known.resolution(), confirmedAt(known, e), e.at());
            case CaseEvent.SurveyPrepared e -> with(known, file.prepared(e));
            case CaseEvent.SurveySent e -> with(known, file.sent(e));
            case CaseEvent.SurveyAnswered e -> with(known, file.answered(e.surveyId()));
            case CaseEvent.OnClock e -> with(known, file.with(file.clocks().evolve(e.clock())));
        };
    }

    /** A yes that nobody's resolution stood behind is taken back by a no: work goes on, nothing reopens. */
    private static CaseState.Known revoked(CaseState.Known known, CaseEvent.CustomerCalledBack e) {
        boolean no = Boolean.FALSE.equals(e.restored()) && known.file().newest(e.at());
        return no && known instanceof CaseState.Restored s && s.resolution() == null
                ? new CaseState.Open(s.file())
                : known;
    }

    private static CaseState with(CaseState.Known known, CaseFile file) {
        return switch (known) {
            case CaseState.Open ignored -> new CaseState.Open(file);
            case CaseState.Resolved s -> new CaseState.Resolved(file, s.resolution());
            case CaseState.Restored s -> new CaseState.Restored(file, s.resolution(), s.confirmedAt());
            case CaseState.Cleared s -> new CaseState.Cleared(file, s.resolution(), s.confirmedAt(), s.clearedAt());
        };
    }

    private static CaseState resolved(CaseState.Known known, CaseState.Resolution resolution) {
        return switch (known) {
            case CaseState.Open s -> new CaseState.Resolved(s.file(), resolution);
            case CaseState.Resolved s -> new CaseState.Resolved(s.file(), resolution);
            case CaseState.Restored s -> new CaseState.Restored(s.file(), resolution, s.confirmedAt());
            case CaseState.Cleared s -> new CaseState.Cleared(s.file(), resolution, s.confirmedAt(), s.clearedAt());
        };
    }

    private static Instant confirmedAt(CaseState.Known known, CaseEvent.FaultCleared cleared) {
        return known instanceof CaseState.Restored s ? s.confirmedAt() : cleared.at();
    }
}
