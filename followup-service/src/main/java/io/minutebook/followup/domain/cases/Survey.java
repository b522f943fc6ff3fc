package io.minutebook.followup.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey of one cycle.
 *
 * @param round that of the survey clock
 * @param resolved the resolution that it asks about
 * @param since when its link was prepared, shown to whoever hands it over, or sent, whichever came last
 * @param means how it went out; null until it did
 * @param refused the channels that refused it
 * @param task whether it is left to the follow-up desk
 */
public record Survey(
        UUID surveyId,
        String token,
        String language,
        int cycle,
        int round,
        UUID resolved,
        Instant since,
        @Nullable SurveyMeans means,
        Set<SurveyMeans> refused,
        boolean task,
        boolean answered) {
    public Survey {
        refused = Set.copyOf(refused);
    }

    static Survey of(CaseEvent.SurveyPrepared e) {
        return new Survey(
                e.surveyId(),
                e.token(),
                e.language(),
                e.ref().cycle(),
                e.round(),
                e.resolved(),
                e.at(),
                null,
                Set.of(),
                false,
                false);
    }

    public boolean sent() {
        return means != null;
    }

    /** Returns whether the link can be used no more. */
    public boolean expired(Instant now, Duration validFor) {
        return now.isAfter(since.plus(validFor));
    }

    Survey sentBy(SurveyMeans by, Instant at) {
        return with(at, by, refused, task, answered);
    }

    Survey refusedBy(SurveyMeans channel) {
        Set<SurveyMeans> more = new HashSet<>(refused);
        more.add(channel);
        return with(since, means, more, task, answered);
    }

    Survey left() {
        return with(since, means, refused, true, answered);
    }

    Survey shown(Instant at) {
        return with(at, means, refused, task, answered);
    }

    Survey answer() {
        return with(since, means, refused, task, true);
    }

    private Survey with(
            Instant nextSince,
            @Nullable SurveyMeans nextMeans,
            Set<SurveyMeans> nextRefused,
            boolean nextTask,
            boolean nextAnswered) {
        return new Survey(
                surveyId,
                token,
                language,
                cycle,
                round,
                resolved,
                nextSince,
                nextMeans,
                nextRefused,
                nextTask,
                nextAnswered);
    }
}
