package io.minutebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.escalation.domain.cases.SuspensionReason;
import io.minutebook.intake.domain.Channel;
import io.minutebook.intake.domain.cases.Priority;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that one service publishes as open text and another one shows: only here are both seen together. */
class WordLabelsTest {
    @Test
    void every_channel_priority_and_reason_of_a_suspension_has_a_label_in_the_ledger() {
        Stream<String> channels = Arrays.stream(Channel.values()).map(Channel::word);
        Stream<String> priorities = Arrays.stream(Priority.values()).map(Priority::word);
        Stream<String> reasons = Arrays.stream(SuspensionReason.values()).map(SuspensionReason::name);
        List<String> words = Stream.of(channels, priorities, reasons)
                .flatMap(all -> all)
                .map(word -> "followup.ledger.value." + word)
                .toList();
        assertThat(ResourceBundle.getBundle("messages/followup-ledger", Locale.ROOT)
                        .keySet())
                .containsAll(words);
    }
}
