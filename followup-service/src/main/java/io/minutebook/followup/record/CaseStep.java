package io.minutebook.followup.record;

import io.minutebook.contract.CallAnswered;
import io.minutebook.contract.CallReceived;
import io.minutebook.contract.CaseRegistered;
import io.minutebook.contract.CaseResumed;
import io.minutebook.contract.CaseSuspended;
import io.minutebook.contract.CustomerCalledBack;
import io.minutebook.contract.DispatchAcknowledged;
import io.minutebook.contract.EngineerReplied;
import io.minutebook.contract.EscalatedToL2;
import io.minutebook.contract.EscalatedToL3;
import io.minutebook.contract.ExpertContacted;
import io.minutebook.contract.FaultCleared;
import io.minutebook.contract.FaultDispatched;
import io.minutebook.contract.PreprocessingConcluded;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Resolved;
import io.minutebook.contract.RestorationConfirmed;
import io.minutebook.contract.RestorationDenied;
import io.minutebook.contract.SolutionPlanned;
import io.minutebook.contract.SurveyAnswered;
import io.minutebook.contract.SurveySent;
import io.minutebook.contract.VendorOrderPlaced;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A step that a clearance record states the minute of, in the order a case usually takes them. */
public enum CaseStep {
    CALL_RECEIVED(CallReceived.class),
    CALL_ANSWERED(CallAnswered.class),
    REGISTERED(CaseRegistered.class),
    PREPROCESSED(PreprocessingConcluded.class),
    DISPATCHED(FaultDispatched.class),
    VENDOR_ORDERED(VendorOrderPlaced.class),
    ACKNOWLEDGED(DispatchAcknowledged.class),
    REPLIED(EngineerReplied.class),
    ESCALATED_L2(EscalatedToL2.class),
    ESCALATED_L3(EscalatedToL3.class),
    EXPERT_CONTACTED(ExpertContacted.class),
    PLANNED(SolutionPlanned.class),
    SUSPENDED(CaseSuspended.class),
    RESUMED(CaseResumed.class),
    CALLED_BACK(CustomerCalledBack.class),
    RESOLVED(Resolved.class),
    RESTORED(RestorationConfirmed.class),
    DENIED(RestorationDenied.class),
    CLEARED(FaultCleared.class),
    SURVEY_SENT(SurveySent.class),
    SURVEY_ANSWERED(SurveyAnswered.class);

    private static final Map<String, CaseStep> BY_EVENT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CaseStep::event, Function.identity()));

    private final String event;

    CaseStep(Class<? extends PublishedEvent> event) {
        this.event = event.getSimpleName();
    }

    public String event() {
        return event;
    }

    /** The step an entry is; an imported row is the step its mapping says it stands for. */
    public static Optional<CaseStep> of(RecordEntry entry) {
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
