package io.minutebook.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One field of a published event's value, as it stands in the JSON.
 *
 * @param component where it is declared: the event's record, or a record whose fields stand among the event's own
 * @param kind what it holds
 * @param onTimeline whether it stands under the event on the case's timeline
 */
public record EventField(RecordComponent component, FieldKind kind, boolean onTimeline) {
    /** Returns the fields of an event in their order; those of its header and of its details stand flat among the others. */
    static List<EventField> of(Class<? extends PublishedEvent> event) {
        return fields(event, true).toList();
    }

    public String name() {
        return component.getName();
    }

    /** Returns whether it holds personal data of a customer. */
    public boolean personal() {
        return component.isAnnotationPresent(Personal.class);
    }

    private static Stream<EventField> fields(Class<?> record, boolean onTimeline) {
        return Arrays.stream(record.getRecordComponents()).flatMap(component -> {
            boolean shown = onTimeline && !component.isAnnotationPresent(OffTimeline.class);
            return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                    ? fields(component.getType(), shown)
                    : Stream.of(new EventField(component, FieldKind.of(component), shown));
        });
    }
}
