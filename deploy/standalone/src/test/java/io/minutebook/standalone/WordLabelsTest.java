package io.minutebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.contract.CaseDetails;
import io.minutebook.contract.CaseSuspended;
import io.minutebook.contract.Choice;
import io.minutebook.escalation.domain.cases.SuspensionReason;
import io.minutebook.intake.domain.Channel;
import io.minutebook.intake.domain.cases.Priority;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The words that a service publishes as open text are those that the contract has labels for: only here are both seen together. */
class WordLabelsTest {
    @Test
    void every_channel_priority_and_reason_of_a_suspension_is_a_choice_of_the_contract() {
        assertThat(choices(CaseDetails.class, "channel"))
                .containsExactlyElementsOf(
                        Arrays.stream(Channel.values()).map(Channel::word).toList());
        assertThat(choices(CaseDetails.class, "priority"))
                .containsExactlyElementsOf(
                        Arrays.stream(Priority.values()).map(Priority::word).toList());
        assertThat(choices(CaseSuspended.class, "reason"))
                .containsExactlyElementsOf(Arrays.stream(SuspensionReason.values())
                        .map(SuspensionReason::name)
                        .toList());
    }

    private static List<String> choices(Class<?> record, String field) {
        RecordComponent component = Arrays.stream(record.getRecordComponents())
                .filter(found -> found.getName().equals(field))
                .findFirst()
                .orElseThrow();
        return List.of(Objects.requireNonNull(component.getAnnotation(Choice.class), field)
                .value());
    }
}
