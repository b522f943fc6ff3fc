package io.minutebook.knowledge.domain.misses;

import static io.minutebook.testing.Scenario.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.Scenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MissTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final Question QUESTION = new Question("E-57 闪烁", "zh", null);

    @Test
    void a_miss_is_recorded_once_a_day() {
        MissCommand.RecordMiss miss = new MissCommand.RecordMiss(QUESTION.missId(TODAY), QUESTION);

        Scenario.of(new Miss())
                .when(miss)
                .then(new MissEvent.KnowledgeMissed(QUESTION, START))
                .when(miss)
                .thenNothing();
    }

    @Test
    void the_same_question_is_known_however_it_is_typed() {
        assertThat(new Question(" e-57  闪烁", "zh", null).missId(TODAY)).isEqualTo(QUESTION.missId(TODAY));
        assertThat(QUESTION.missId(TODAY.plusDays(1))).isNotEqualTo(QUESTION.missId(TODAY));
        assertThat(new Question("E-57 闪烁", "zh", "MB-2").missId(TODAY)).isNotEqualTo(QUESTION.missId(TODAY));
    }
}
