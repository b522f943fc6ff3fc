package io.minutebook.followup.page.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.followup.page.cases.TimelineSheet.Item;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.SiteTime;
import io.minutebook.followup.record.Story;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class EntryDetailsTest {
    @Test
    void a_fixed_word_is_shown_by_its_label() {
        assertThat(items("CaseSuspended", "{\"reason\":\"WAITING_FOR_PARTS\"}"))
                .containsExactly(new Item("原因", "等待备件"));
        assertThat(items("CustomerCalledBack", "{\"reached\":true}")).containsExactly(new Item("接通", "是"));
    }

    @Test
    void what_people_wrote_stands_as_they_wrote_it_though_it_equals_a_fixed_word() {
        assertThat(items("EscalatedToL3", "{\"reason\":\"OTHER\"}")).containsExactly(new Item("原因", "OTHER"));
        assertThat(items("SurveyAnswered", "{\"comment\":\"normal\"}")).containsExactly(new Item("意见", "normal"));
        assertThat(items("HistoryImported", "{\"attributes\":{\"seriousness\":\"high\"}}"))
                .containsExactly(new Item("seriousness", "high"));
    }

    private static List<Item> items(String event, String data) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/followup-ledger");
        messages.setDefaultEncoding("UTF-8");
        RecordEntry entry = new RecordEntry(
                new UUID(1, 1),
                "escalation",
                event,
                Story.CASE,
                Story.TEN,
                Story.TEN,
                null,
                1,
                "anna",
                null,
                null,
                data);
        return EntryDetails.of(
                entry, new SiteTime(ZoneId.of("Asia/Shanghai")), new PageTexts(messages, Locale.CHINESE));
    }
}
