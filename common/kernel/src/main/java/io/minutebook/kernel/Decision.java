package io.minutebook.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known while a command is decided, and the facts that the decision records. Rules read the time and the policies from here and never
 * from the machine, so the same command on the same state always decides the same.
 *
 * @param <E> the subject's event family
 */
public final class Decision<E extends DomainEvent> {
    /** A fact together with the id under which it will be stored and what caused it. A null cause leaves the cause to the command's own. */
    public record DecidedEvent<E>(UUID id, @Nullable UUID cause, E event) {}

    private final UUID subject;
    private final Instant now;
    private final SitePolicies policies;
    private final Supplier<UUID> ids;
    private final List<DecidedEvent<E>> decided = new ArrayList<>();

    public Decision(UUID subject, Instant now, SitePolicies policies, Supplier<UUID> ids) {
        this.subject = subject;
        this.now = now;
        this.policies = policies;
        this.ids = ids;
    }

    /** The id of what is decided about: the case's, the call's. */
    public UUID subject() {
        return subject;
    }

    /** When the system takes the decision. */
    public Instant now() {
        return now;
    }

    public SitePolicies policies() {
        return policies;
    }

    /** Records a fact and returns its event id, for other facts to rest on. */
    public UUID record(E event) {
        return add(null, event);
    }

    /** Records a fact that another fact of this decision, or an earlier event, caused. */
    public UUID record(E event, UUID cause) {
        return add(cause, event);
    }

    public List<DecidedEvent<E>> decided() {
        return Collections.unmodifiableList(decided);
    }

    public List<E> events() {
        return decided.stream().map(DecidedEvent::event).toList();
    }

    private UUID add(@Nullable UUID cause, E event) {
        UUID id = ids.get();
        decided.add(new DecidedEvent<>(id, cause, event));
        return id;
    }
}
