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
    private static final Set<String> CHOICES =
            Set.of("channel", "type", "priority", "outcome", "tier", "disposition", "means");

    private EntryDetails() {}

    static List<Item> of(RecordEntry entry, SiteTime wall, PageTexts pageTexts) {
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : entry.read().properties()) {
            String name = field.getKey();
            if (shown(entry.type(), name)) {
                add(items, pageTexts.field(name), field.getValue(), choice(entry.type(), name), wall, pageTexts);
            }
        }
        return items;
    }

    /** Returns whether a field of an event of this type stands on the timeline. */
    static boolean shown(String event, String field) {
        return !HEAD.contains(field) || event.equals("CaseRegistered") && ON_REGISTRATION.contains(field);
    }

    /** Returns whether a field of an event of this type holds one of a few fixed words; what people wrote is never taken for such a word. */
    static boolean choice(String event, String field) {
        return CHOICES.contains(field) || event.equals("CaseSuspended") && field.equals("reason");
    }

    private static void add(
            List<Item> items, String label, JsonNode value, boolean choice, SiteTime wall, PageTexts pageTexts) {
        if (value.isObject()) {
            value.properties().forEach(inner -> add(items, inner.getKey(), inner.getValue(), false, wall, pageTexts));
            return;
        }
        String text = text(value, choice, wall, pageTexts);
        if (!text.isEmpty()) {
            items.add(new Item(label, text));
        }
    }

    private static String text(JsonNode value, boolean choice, SiteTime wall, PageTexts pageTexts) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(item -> text(item, choice, wall, pageTexts))
                    .collect(Collectors.joining(pageTexts.of("list-separator")));
        }
        if (value.isNull()) {
            return "";
        }
        if (value.isString() && !choice) {
            String text = value.asString();
            return looksLikeTime(text) ? time(text, wall) : text;
        }
        return pageTexts.value(value.isString() ? value.asString() : value.toString());
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
