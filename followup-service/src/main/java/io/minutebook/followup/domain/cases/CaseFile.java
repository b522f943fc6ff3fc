package io.minutebook.followup.domain.cases;

import io.minutebook.kernel.CaseRef;
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
 * @param lastReached when the customer was last on the phone in this cycle
 * @param attempts when the customer was called in vain in this cycle, since they were last reached
 * @param next when to call again after the last of them
 * @param answer what the customer last answered in this cycle
 */
public record CaseFile(
        CaseRef ref,
        String channel,
        CaseType type,
        @Nullable String priority,
        Customer customer,
        Instant registeredAt,
        @Nullable Instant lastReached,
        List<Instant> attempts,
        @Nullable NextAttempt next,
        @Nullable Answer answer,
        List<Survey> surveys) {
    /** The customer's answer to "is it working again?" */
    public record Answer(boolean restored, Instant at) {}

    public CaseFile {
        attempts = List.copyOf(attempts);
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
                List.of(),
                null,
                null,
                List.of());
    }

    /** The survey behind a link. */
    public Optional<Survey> surveyWith(String token) {
        return surveys.stream().filter(s -> s.token().equals(token)).findFirst();
    }

    public Optional<Survey> survey(UUID surveyId) {
        return surveys.stream().filter(s -> s.surveyId().equals(surveyId)).findFirst();
    }

    /** Returns whether the survey has not gone out, and the case was not reopened since it was prepared. */
    public boolean toBeSent(Survey survey) {
        return !survey.sent() && survey.cycle() == ref.cycle();
    }

    /** Returns whether the follow-up desk is to hand the survey over. */
    public boolean isTask(Survey survey) {
        return survey.task() && toBeSent(survey);
    }

    PolicyScope scope() {
        return new PolicyScope(ref.site(), channel, priority);
    }

    /** The customer was called; facts come in the order of their time, so the last one is the newest. */
    CaseFile called(CaseEvent.CustomerCalledBack e) {
        List<Instant> inVain = new ArrayList<>(attempts);
        inVain.add(e.at());
        return new CaseFile(
                ref,
                channel,
                type,
                priority,
                customer,
                registeredAt,
                e.reached() ? e.at() : lastReached,
                e.reached() ? List.of() : inVain,
                e.next(),
                e.restored() == null ? answer : new Answer(e.restored(), e.at()),
                surveys);
    }

    CaseFile reopened() {
        return new CaseFile(
                ref.inCycle(ref.cycle() + 1),
                channel,
                type,
                priority,
                customer,
                registeredAt,
                null,
                List.of(),
                null,
                null,
                surveys);
    }

    CaseFile prepared(CaseEvent.SurveyPrepared e) {
        List<Survey> more = new ArrayList<>(surveys);
        more.add(Survey.of(e));
        return with(more);
    }

    CaseFile change(UUID surveyId, UnaryOperator<Survey> change) {
        return with(surveys.stream()
                .map(survey -> survey.surveyId().equals(surveyId) ? change.apply(survey) : survey)
                .toList());
    }

    private CaseFile with(List<Survey> nextSurveys) {
        return new CaseFile(
                ref, channel, type, priority, customer, registeredAt, lastReached, attempts, next, answer, nextSurveys);
    }
}
