package io.minutebook.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of another system's log; it happened then and there, starts no clock and obliges nobody.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param source the log it comes from
 * @param caseKey the case's key in the source
 * @param activity what was done, in the source's words
 * @param rank place among the case's rows, from 0
 * @param row line number in the source file
 * @param copy 0 for the first of several identical rows of a case, 1 for the second …
 * @param resource who did it
 * @param group the work group
 * @param level the support level
 * @param priority the priority
 * @param site the call center
 * @param product the product
 * @param step the event of ours that the activity stands for
 * @param attributes what else the row says, under the source's names
 */
@Event(topics = Topics.INTAKE_CASES)
public record HistoryImported(
        @OffTimeline String caseId,
        @OffTimeline String caseNumber,
        @OffTimeline String source,
        @OffTimeline String caseKey,
        @OffTimeline String activity,
        @OffTimeline int rank,
        @OffTimeline long row,
        @OffTimeline int copy,
        @Nullable String resource,
        @Nullable String group,
        @Nullable String level,
        @Nullable String priority,
        @OffTimeline @Nullable String site,
        @Nullable String product,
        @Nullable String step,
        Map<String, String> attributes)
        implements PublishedEvent {
    public HistoryImported {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(source, "source");
        FieldChecks.present(caseKey, "caseKey");
        FieldChecks.present(activity, "activity");
        attributes = FieldChecks.map(attributes);
    }
}
