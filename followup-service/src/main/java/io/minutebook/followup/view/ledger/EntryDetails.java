package io.minutebook.followup.view.ledger;

import io.minutebook.followup.view.ledger.TimelineSheet.Item;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The fields of an event that say something on the timeline; ids, and the head of the case that every event repeats, do not. */
final class EntryDetails {
    private static final Set<String> HEAD = Set.of(
            "caseId",
            "caseNumber",
            "callId",
            "subject",
            "site",
            "channel",
            "type",
            "priority",
            "owner",
            "customerName",
            "customerPhone",
            "customerEmail",
            "customerLanguage",
            "productModel",
            "productSerialNumber",
            "symptom",
            "startedAt",
            "frequency",
            "actionsTried",
            "cycle",
            "surveyId",
            "promiseId",
            "articleIds",
            "sentTo",
            "callerNumber",
            "number",
            "source",
            "caseKey",
            "activity",
            "rank",
            "row",
            "copy",
            "clock",
            "round",
            "restsOn",
            "startedBy",
            "policy");
    private static final Set<String> ON_REGISTRATION =
            Set.of("channel", "type", "priority", "owner", "productModel", "symptom", "frequency", "actionsTried");

    private EntryDetails() {}

    static List<Item> of(RecordEntry entry, SiteTime wall, PageTexts pageTexts) {
        boolean registration = entry.type().equals("CaseRegistered");
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : entry.read().properties()) {
            String name = field.getKey();
            boolean shown = !HEAD.contains(name) || registration && ON_REGISTRATION.contains(name);
            if (shown) {
                add(items, pageTexts.field(name), field.getValue(), wall, pageTexts);
            }
        }
        return items;
    }

    private static void add(List<Item> items, String label, JsonNode value, SiteTime wall, PageTexts pageTexts) {
        if (value.isObject()) {
            value.properties().forEach(inner -> add(items, inner.getKey(), inner.getValue(), wall, pageTexts));
            return;
        }
        String text = text(value, wall, pageTexts);
        if (!text.isEmpty()) {
            items.add(new Item(label, text));
        }
    }

    private static String text(JsonNode value, SiteTime wall, PageTexts pageTexts) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(item -> text(item, wall, pageTexts))
                    .collect(Collectors.joining(pageTexts.of("list-separator")));
        }
        if (value.isNull()) {
            return "";
        }
        String text = value.isString() ? value.asString() : value.toString();
        return value.isString() && looksLikeTime(text) ? time(text, wall) : pageTexts.value(text);
    }

    private static boolean looksLikeTime(String text) {
        return text.length() >= 20 && text.length() <= 30 && text.endsWith("Z") && text.charAt(10) == 'T';
    }

    private static String time(String text, SiteTime wall) {
        try {
            return wall.minute(Instant.parse(text));
        } catch (DateTimeException other) {
            return text;
        }
    }
}
