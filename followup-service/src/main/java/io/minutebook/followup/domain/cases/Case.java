package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.ClockEvent;
import io.minutebook.kernel.ClockRule;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.FactRecorder;
import io.minutebook.kernel.History;
import io.minutebook.kernel.HistoryDecider;
import io.minutebook.kernel.PolicyScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case from the plan to the customer's last word on it. */
public final class Case extends HistoryDecider<CaseCommand, CaseState, CaseEvent> {
    @Override
    public void decide(CaseCommand command, History<CaseState, CaseEvent> history, Decision<CaseEvent> decision) {
        FactRecorder<CaseState, CaseEvent> facts = new FactRecorder<>(this, history, decision);
        switch (command) {
            case CaseCommand.OpenCase c -> CaseNotices.open(c, facts);
            case CaseCommand.NotePlan c -> CaseNotices.plan(c, facts);
            case CaseCommand.NoteResolution c -> CaseNotices.resolve(c, facts);
            case CaseCommand.CallBackCustomer c -> Restoration.callBack(c, facts);
            case CaseCommand.ClearFault c -> Restoration.clear(c, facts);
            case CaseCommand.ClockDue c -> Surveys.clockDue(c, facts);
            case CaseCommand.NoteSurveySent c -> Surveys.sent(c, facts);
            case CaseCommand.NoteSurveyRefused c -> Surveys.refused(c, facts);
            case CaseCommand.OpenSurveyTask c -> Surveys.openTask(c, facts);
            case CaseCommand.HandOverSurvey c -> Surveys.handOver(c, facts);
            case CaseCommand.ShowSurveyLink c -> Surveys.showLink(c, facts);
            case CaseCommand.AnswerSurvey c -> Surveys.answer(c, facts);
        }
    }

    @Override
    protected CaseState unknown() {
        return new CaseState.Unknown();
    }

    @Override
    protected CaseState apply(CaseState state, Fact<CaseEvent> fact) {
        return switch (state) {
            case CaseState.Unknown unknown ->
                fact.event() instanceof CaseEvent.CaseOpened e ? new CaseState.Open(CaseFile.of(e)) : unknown;
            case CaseState.Known known -> apply(known, fact.event());
        };
    }

    @Override
    protected void check(CaseState state, CaseEvent event) {
        if (state instanceof CaseState.Known known) {
            switch (event) {
                case CaseEvent.CaseOpened ignored -> {}
                case CaseEvent.PlanNoted e -> CaseNotices.check(known, e);
                case CaseEvent.ResolutionNoted ignored -> {}
                case CaseEvent.CustomerCalledBack e -> Restoration.check(known, e);
                case CaseEvent.RestorationConfirmed ignored -> Restoration.checkAnswer(known);
                case CaseEvent.RestorationDenied ignored -> Restoration.checkAnswer(known);
                case CaseEvent.FaultCleared e -> Restoration.checkClearance(known, e);
                case CaseEvent.SurveyPrepared ignored -> {}
                case CaseEvent.SurveySent e -> Surveys.check(known, e);
                case CaseEvent.SurveyDeliveryFailed ignored -> {}
                case CaseEvent.SurveyTaskOpened ignored -> {}
                case CaseEvent.SurveyLinkShown ignored -> {}
                case CaseEvent.SurveyAnswered ignored -> {}
                case CaseEvent.OnClock ignored -> {}
            }
        }
    }

    @Override
    protected List<? extends ClockRule<CaseEvent>> clocks() {
        return List.of(CaseClock.values());
    }

    @Override
    protected @Nullable PolicyScope scope(CaseState state) {
        return switch (state) {
            case CaseState.Unknown ignored -> null;
            case CaseState.Known known -> known.file().scope();
        };
    }

    @Override
    protected CaseEvent onClock(ClockEvent event) {
        return new CaseEvent.OnClock(event);
    }

    private static CaseState apply(CaseState.Known known, CaseEvent event) {
        CaseFile file = known.file();
        return switch (event) {
            case CaseEvent.CaseOpened ignored -> known;
            case CaseEvent.PlanNoted ignored -> known;
            case CaseEvent.ResolutionNoted e -> resolved(known, e);
            case CaseEvent.CustomerCalledBack e -> with(known, file.called(e));
            case CaseEvent.RestorationConfirmed e -> confirmed(known, e);
            case CaseEvent.RestorationDenied ignored -> new CaseState.Open(file.reopened());
            case CaseEvent.FaultCleared e -> cleared(known, e);
            case CaseEvent.SurveyPrepared e -> with(known, file.prepared(e));
            case CaseEvent.SurveySent e ->
                with(known, file.change(e.surveyId(), survey -> survey.sentBy(e.means(), e.at())));
            case CaseEvent.SurveyDeliveryFailed e ->
                with(known, file.change(e.surveyId(), survey -> survey.refusedBy(e.means())));
            case CaseEvent.SurveyTaskOpened e -> with(known, file.change(e.surveyId(), Survey::left));
            case CaseEvent.SurveyLinkShown e -> with(known, file.change(e.surveyId(), survey -> survey.shown(e.at())));
            case CaseEvent.SurveyAnswered e -> with(known, file.change(e.surveyId(), Survey::answer));
            case CaseEvent.OnClock ignored -> known;
        };
    }

    private static CaseState with(CaseState.Known known, CaseFile file) {
        return switch (known) {
            case CaseState.Open ignored -> new CaseState.Open(file);
            case CaseState.Resolved s -> new CaseState.Resolved(file, s.resolution());
            case CaseState.Restored s -> new CaseState.Restored(file, s.resolution(), s.how(), s.confirmedAt());
            case CaseState.Cleared s -> new CaseState.Cleared(file, s.resolution(), s.confirmedAt(), s.clearedAt());
        };
    }

    /** The first resolution of a cycle is the one that counts. */
    private static CaseState resolved(CaseState.Known known, CaseEvent.ResolutionNoted e) {
        return known instanceof CaseState.Open open
                ? new CaseState.Resolved(
                        open.file(),
                        new CaseState.Resolution(e.resolved(), e.tier(), e.solver(), e.firstLine(), e.at()))
                : known;
    }

    private static CaseState confirmed(CaseState.Known known, CaseEvent.RestorationConfirmed e) {
        return known instanceof CaseState.Resolved s
                ? new CaseState.Restored(s.file(), s.resolution(), e.how(), e.at())
                : known;
    }

    private static CaseState cleared(CaseState.Known known, CaseEvent.FaultCleared e) {
        return known instanceof CaseState.Restored s
                ? new CaseState.Cleared(s.file(), s.resolution(), s.confirmedAt(), e.at())
                : known;
    }
}
