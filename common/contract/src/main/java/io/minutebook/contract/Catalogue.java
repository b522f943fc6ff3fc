package io.minutebook.contract;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Every published event: its name, its record, its version and the topics that carry it. */
public final class Catalogue {
    /**
     * One published event.
     *
     * @param type the name in {@code ce_type}; part of the contract
     * @param version of the value's shape, from 1
     * @param topics the topics that carry it
     */
    public record EventType(String type, Class<? extends PublishedEvent> record, int version, Set<String> topics) {}

    private static final List<EventType> TYPES = List.of(
            event(CallReceived.class, 1, Topics.INTAKE_CALLS),
            event(CallAnswered.class, 1, Topics.INTAKE_CALLS),
            event(CallHeld.class, 1, Topics.INTAKE_CALLS),
            event(CallRetrieved.class, 1, Topics.INTAKE_CALLS),
            event(CallbackOffered.class, 1, Topics.INTAKE_CALLS),
            event(CallTransferred.class, 1, Topics.INTAKE_CALLS),
            event(CallLinked.class, 1, Topics.INTAKE_CALLS),
            event(CallEnded.class, 1, Topics.INTAKE_CALLS),
            event(CaseRegistered.class, 1, Topics.INTAKE_CASES),
            event(PreprocessingConcluded.class, 1, Topics.INTAKE_CASES),
            event(FaultDispatched.class, 1, Topics.INTAKE_CASES),
            event(VendorOrderPlaced.class, 1, Topics.INTAKE_CASES),
            event(Resolved.class, 1, Topics.INTAKE_CASES, Topics.ESCALATION_CASES),
            event(CaseReopened.class, 1, Topics.INTAKE_CASES, Topics.ESCALATION_CASES),
            event(OwnerChanged.class, 1, Topics.INTAKE_CASES),
            event(PromiseMade.class, 1, Topics.INTAKE_CASES),
            event(PromiseKept.class, 1, Topics.INTAKE_CASES),
            event(PromiseBroken.class, 1, Topics.INTAKE_CASES),
            event(HistoryImported.class, 1, Topics.INTAKE_CASES),
            event(DispatchAcknowledged.class, 1, Topics.ESCALATION_CASES),
            event(EngineerReplied.class, 1, Topics.ESCALATION_CASES),
            event(ProgressReported.class, 1, Topics.ESCALATION_CASES),
            event(EscalatedToL2.class, 1, Topics.ESCALATION_CASES),
            event(EscalatedToL3.class, 1, Topics.ESCALATION_CASES),
            event(ExpertContacted.class, 1, Topics.ESCALATION_CASES),
            event(SolutionPlanned.class, 1, Topics.ESCALATION_CASES),
            event(CaseSuspended.class, 1, Topics.ESCALATION_CASES),
            event(CaseResumed.class, 1, Topics.ESCALATION_CASES),
            event(CustomerCalledBack.class, 1, Topics.FOLLOWUP_CASES),
            event(RestorationConfirmed.class, 1, Topics.FOLLOWUP_CASES),
            event(RestorationDenied.class, 1, Topics.FOLLOWUP_CASES),
            event(FaultCleared.class, 1, Topics.FOLLOWUP_CASES),
            event(SurveySent.class, 1, Topics.FOLLOWUP_CASES),
            event(SurveyAnswered.class, 1, Topics.FOLLOWUP_CASES),
            event(ArticleDrafted.class, 1, Topics.KNOWLEDGE_ARTICLES),
            event(ArticlePublished.class, 1, Topics.KNOWLEDGE_ARTICLES),
            event(ArticleRevised.class, 1, Topics.KNOWLEDGE_ARTICLES),
            event(ArticleRetired.class, 1, Topics.KNOWLEDGE_ARTICLES),
            event(KnowledgeMissed.class, 1, Topics.KNOWLEDGE_ARTICLES),
            event(
                    ClockStarted.class,
                    1,
                    Topics.INTAKE_CALLS,
                    Topics.INTAKE_CASES,
                    Topics.ESCALATION_CASES,
                    Topics.FOLLOWUP_CASES),
            event(
                    ClockWarned.class,
                    1,
                    Topics.INTAKE_CALLS,
                    Topics.INTAKE_CASES,
                    Topics.ESCALATION_CASES,
                    Topics.FOLLOWUP_CASES),
            event(
                    ClockPaused.class,
                    1,
                    Topics.INTAKE_CALLS,
                    Topics.INTAKE_CASES,
                    Topics.ESCALATION_CASES,
                    Topics.FOLLOWUP_CASES),
            event(
                    ClockResumed.class,
                    1,
                    Topics.INTAKE_CALLS,
                    Topics.INTAKE_CASES,
                    Topics.ESCALATION_CASES,
                    Topics.FOLLOWUP_CASES),
            event(
                    ClockWithdrawn.class,
                    1,
                    Topics.INTAKE_CALLS,
                    Topics.INTAKE_CASES,
                    Topics.ESCALATION_CASES,
                    Topics.FOLLOWUP_CASES),
            event(
                    ClockMet.class,
                    1,
                    Topics.INTAKE_CALLS,
                    Topics.INTAKE_CASES,
                    Topics.ESCALATION_CASES,
                    Topics.FOLLOWUP_CASES),
            event(
                    ClockBreached.class,
                    1,
                    Topics.INTAKE_CALLS,
                    Topics.INTAKE_CASES,
                    Topics.ESCALATION_CASES,
                    Topics.FOLLOWUP_CASES),
            event(
                    ClockCorrected.class,
                    1,
                    Topics.INTAKE_CALLS,
                    Topics.INTAKE_CASES,
                    Topics.ESCALATION_CASES,
                    Topics.FOLLOWUP_CASES));

    private static final Map<String, EventType> BY_NAME =
            TYPES.stream().collect(toUnmodifiableMap(EventType::type, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            TYPES.stream().collect(toUnmodifiableMap(EventType::record, Function.identity()));

    private Catalogue() {}

    /** All of them, in the order a case tells its story. */
    public static List<EventType> types() {
        return TYPES;
    }

    /** The event of a name; empty for one that only a newer contract knows. */
    public static Optional<EventType> named(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    /** @throws IllegalArgumentException for a record that is not part of the contract */
    public static EventType of(Class<? extends PublishedEvent> record) {
        EventType found = BY_RECORD.get(record);
        if (found == null) {
            throw new IllegalArgumentException(record.getName() + " is not a published event");
        }
        return found;
    }

    /** The name an event travels under. */
    public static String typeOf(PublishedEvent event) {
        return of(event.getClass()).type();
    }

    /** The version of the event's shape, from 1. */
    public static int dataVersion(Class<? extends PublishedEvent> record) {
        return of(record).version();
    }

    /** The topics that carry an event. */
    public static Set<String> topicsOf(Class<? extends PublishedEvent> record) {
        return of(record).topics();
    }

    /** The events a topic carries. */
    public static List<EventType> carriedBy(String topic) {
        return TYPES.stream().filter(type -> type.topics().contains(topic)).toList();
    }

    private static EventType event(Class<? extends PublishedEvent> record, int version, String... topics) {
        return new EventType(record.getSimpleName(), record, version, Set.of(topics));
    }
}
