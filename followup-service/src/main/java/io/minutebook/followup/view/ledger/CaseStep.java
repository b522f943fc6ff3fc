package io.minutebook.followup.view.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A step that a clearance record states the minute of, in the order a case usually takes them. */
enum CaseStep {
    CALL_RECEIVED("CallReceived"),
    CALL_ANSWERED("CallAnswered"),
    REGISTERED("CaseRegistered"),
    PREPROCESSED("PreprocessingConcluded"),
    DISPATCHED("FaultDispatched"),
    VENDOR_ORDERED("VendorOrderPlaced"),
    ACKNOWLEDGED("DispatchAcknowledged"),
    REPLIED("EngineerReplied"),
    ESCALATED_L2("EscalatedToL2"),
    ESCALATED_L3("EscalatedToL3"),
    EXPERT_CONTACTED("ExpertContacted"),
    PLANNED("SolutionPlanned"),
    SUSPENDED("CaseSuspended"),
    RESUMED("CaseResumed"),
    CALLED_BACK("CustomerCalledBack"),
    RESOLVED("Resolved"),
    RESTORED("RestorationConfirmed"),
    DENIED("RestorationDenied"),
    CLEARED("FaultCleared"),
    SURVEY_SENT("SurveySent"),
    SURVEY_ANSWERED("SurveyAnswered");

    private static final Map<String, CaseStep> BY_EVENT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CaseStep::event, Function.identity()));

    private final String event;

    CaseStep(String event) {
        this.event = event;
    }

    String event() {
        return event;
    }

    /** The step an entry is; an imported row is the step its mapping says it stands for. */
    static Optional<CaseStep> of(RecordEntry entry) {
        return Optional.ofNullable(BY_EVENT.get(nameOf(entry)));
    }

    private static String nameOf(RecordEntry entry) {
        if (!entry.imported()) {
            return entry.type();
        }
        String step = entry.fields().step();
        return step == null ? "" : step;
    }
}
