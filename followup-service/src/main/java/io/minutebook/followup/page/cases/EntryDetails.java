package io.minutebook.followup.page.cases;

import io.minutebook.contract.Catalogue;
import io.minutebook.contract.EventField;
import io.minutebook.followup.page.cases.TimelineSheet.Item;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.SiteTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The fields of an event that stand under it on the timeline, each as its kind asks for. An event that this contract does not know shows all it has. */
final class EntryDetails {
    private EntryDetails() {}

    static List<Item> of(RecordEntry entry, SiteTime wall, PageTexts pageTexts) {
        JsonNode value = entry.read();
        Catalogue.EventType kind = entry.kind();
        Stream<Item> items = kind == null
                ? value.propertyStream().map(field -> new Item(field.getKey(), plain(field.getValue())))
                : kind.fields().stream()
                        .filter(EventField::onTimeline)
                        .flatMap(field -> items(field, value.path(field.name()), wall, pageTexts));
        return items.filter(item -> !item.value().isEmpty()).toList();
    }

    private static Stream<Item> items(EventField field, JsonNode value, SiteTime wall, PageTexts pageTexts) {
        String label = pageTexts.field(field.name());
        return switch (field.kind()) {
            case TEXT, NUMBER -> Stream.of(new Item(label, plain(value)));
            case TIME -> Stream.of(new Item(label, time(plain(value), wall)));
            case FLAG, CHOICE -> Stream.of(new Item(label, pageTexts.value(plain(value))));
            case TEXTS ->
                Stream.of(new Item(
                        label,
                        value.valueStream()
                                .map(EntryDetails::plain)
                                .collect(Collectors.joining(pageTexts.of("list-separator")))));
            case VERDICT -> Stream.of();
            case ATTRIBUTES -> value.propertyStream().map(inner -> new Item(inner.getKey(), plain(inner.getValue())));
        };
    }

    private static String plain(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isString() ? value.asString() : value.toString();
    }

    private static String time(String text, SiteTime wall) {
        try {
            return text.isEmpty() ? "" : wall.minute(Instant.parse(text));
        } catch (DateTimeException other) {
            return text;
        }
    }
}
