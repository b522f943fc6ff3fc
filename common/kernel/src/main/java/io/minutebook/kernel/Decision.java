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
public final class Decision<E extends Occurrence> {
    /** A fact together with the id under which it will be stored and what caused it. A null cause leaves the cause to the command's own. */
    public record Fact<E>(UUID id, @Nullable UUID cause, E event) {}

    private final Instant now;
    private final PolicyBook policies;
    private final Supplier<UUID> ids;
    private final List<Fact<E>> facts = new ArrayList<>();

    public Decision(Instant now, PolicyBook policies, Supplier<UUID> ids) {
        this.now = now;
        this.policies = policies;
        this.ids = ids;
    }

    /** When the system takes the decision. */
    public Instant now() {
        return now;
    }

    public PolicyBook policies() {
        return policies;
    }

    /** Records a fact and answers its event id, for other facts to rest on. */
    public UUID record(E event) {
        return add(null, event);
    }

    /** Records a fact that another fact of this decision, or an earlier event, caused. */
    public UUID record(E event, UUID cause) {
        return add(cause, event);
    }

    public List<Fact<E>> facts() {
        return Collections.unmodifiableList(facts);
    }

    public List<E> events() {
        return facts.stream().map(Fact::event).toList();
    }

    private UUID add(@Nullable UUID cause, E event) {
        UUID id = ids.get();
        facts.add(new Fact<>(id, cause, event));
        return id;
    }
}
