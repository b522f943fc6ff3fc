package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.PolicyScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case in every phase.
 *
 * @param ref the case, in the cycle it is in
 * @param plan the event that determined the plan of this cycle
 * @param lastReached when the customer was last on the phone in this cycle
 * @param answer what the customer last answered in this cycle
 */
public record CaseFile(
        CaseRef ref,
        String channel,
        CaseType type,
        @Nullable String priority,
        Customer customer,
        Instant registeredAt,
        @Nullable UUID plan,
        @Nullable Instant lastReached,
        @Nullable Answer answer,
        Clocks clocks,
        List<Survey> surveys) {
    /** The customer's answer to "is it working again?" */
    public record Answer(boolean restored, Instant at) {}

    /** A survey of one cycle; its round is that of the survey clock. The means by which it went out is null until it did. */
    public record Survey(
            UUID surveyId,
            String token,
            String language,
            int cycle,
            int round,
            @Nullable String means,
            boolean answered) {
        public boolean sent() {
            return means != null;
        }
    }

    public CaseFile {
        surveys = List.copyOf(surveys);
    }

    static CaseFile of(CaseEvent.CaseOpened e) {
        return new CaseFile(
                e.ref(),
                e.channel(),
                e.type(),
                e.priority(),
                e.customer(),
                e.at(),
                null,
                null,
                null,
                Clocks.none(),
                List.of());
    }

    /** The survey behind a link. */
    public Optional<Survey> surveyWith(String token) {
        return surveys.stream().filter(s -> s.token().equals(token)).findFirst();
    }

    public Optional<Survey> survey(UUID surveyId) {
        return surveys.stream().filter(s -> s.surveyId().equals(surveyId)).findFirst();
    }

    /** The survey has not gone out, and the case was not reopened since it was prepared. */
    public boolean toBeSent(Survey survey) {
        return !survey.sent() && survey.cycle() == ref.cycle();
    }

    PolicyScope scope() {
        return new PolicyScope(ref.site(), channel, priority);
    }

    CaseFile with(Clocks next) {
        return with(ref, plan, lastReached, answer, next, surveys);
    }

    CaseFile planned(UUID event) {
        return with(ref, event, lastReached, answer, clocks, surveys);
    }

    CaseFile called(CaseEvent.CustomerCalledBack e) {
        Instant reached = e.reached() && (lastReached == null || e.at().isAfter(lastReached)) ? e.at() : lastReached;
        Answer next = e.restored() != null && newest(e.at()) ? new Answer(e.restored(), e.at()) : answer;
        return with(ref, plan, reached, next, clocks, surveys);
    }

    /** An answer given at that moment is the newest we have. */
    boolean newest(Instant at) {
        return answer == null || !at.isBefore(answer.at());
    }

    CaseFile reopened() {
        return with(ref.inCycle(ref.cycle() + 1), null, null, null, clocks, surveys);
    }

    CaseFile prepared(CaseEvent.SurveyPrepared e) {
        List<Survey> more = new ArrayList<>(surveys);
        more.add(new Survey(e.surveyId(), e.token(), e.language(), e.ref().cycle(), e.round(), null, false));
        return with(ref, plan, lastReached, answer, clocks, more);
    }

    CaseFile sent(CaseEvent.SurveySent e) {
        return change(
                e.surveyId(),
                s -> new Survey(s.surveyId(), s.token(), s.language(), s.cycle(), s.round(), e.means(), s.answered()));
    }

    CaseFile answered(UUID surveyId) {
        return change(
                surveyId,
                s -> new Survey(s.surveyId(), s.token(), s.language(), s.cycle(), s.round(), s.means(), true));
    }

    private CaseFile change(UUID surveyId, UnaryOperator<Survey> change) {
        List<Survey> next = surveys.stream()
                .map(s -> s.surveyId().equals(surveyId) ? change.apply(s) : s)
                .toList();
        return with(ref, plan, lastReached, answer, clocks, next);
    }

    private CaseFile with(
            CaseRef next,
            @Nullable UUID nextPlan,
            @Nullable Instant nextReached,
            @Nullable Answer nextAnswer,
            Clocks nextClocks,
            List<Survey> nextSurveys) {
        return new CaseFile(
                next,
                channel,
                type,
                priority,
                customer,
                registeredAt,
                nextPlan,
                nextReached,
                nextAnswer,
                nextClocks,
                nextSurveys);
    }
}
