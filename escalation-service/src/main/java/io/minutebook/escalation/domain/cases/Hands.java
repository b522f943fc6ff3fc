package io.minutebook.escalation.domain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands a case is.
 *
 * @param holder who has it first and foremost; null where it came back and waits for intake to pass it on
 * @param engineers the engineers who have it, the leading one first
 * @param former engineers who had it before
 * @param vendor the vendor who has it, alone or beside the others; null for none
 */
public record Hands(
        @Nullable Holder holder,
        List<Engineer> engineers,
        List<Engineer> former,
        @Nullable Vendor vendor) {
    /**
     * An engineer to whom the fault was dispatched.
     *
     * @param project the project; null where the dispatch to them is not known here
     * @param acknowledged whether they confirmed that they have it
     * @param replied whether they answered since it came to them
     */
    public record Engineer(@Nullable String project, String name, boolean acknowledged, boolean replied) {
        static Engineer dispatched(@Nullable String project, String name) {
            return new Engineer(project, name, false, false);
        }
    }

    /** @param reference the vendor's own order number */
    public record Vendor(String name, @Nullable String reference) {}

    public Hands {
        engineers = List.copyOf(engineers);
        former = List.copyOf(former);
    }

    static Hands none() {
        return new Hands(null, List.of(), List.of(), null);
    }

    /** Returns the engineer who leads; null where no engineer has the case. */
    public @Nullable Engineer lead() {
        return engineers.isEmpty() ? null : engineers.getFirst();
    }

    Optional<Engineer> engineer(String name) {
        return engineers.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /** Returns whether the fault was ever dispatched to an engineer. */
    boolean knows(String name) {
        return last(name).isPresent();
    }

    /** Returns whether an engineer did not answer since the case came to them last, whether they still have it or not. */
    boolean awaits(String name) {
        return last(name).filter(e -> !e.replied()).isPresent();
    }

    private Optional<Engineer> last(String name) {
        return engineer(name)
                .or(() -> former.reversed().stream()
                        .filter(e -> e.name().equals(name))
                        .findFirst());
    }

    boolean atVendor() {
        return holder == Holder.VENDOR;
    }

    /** Another engineer gets it; who leads it stays, once it was escalated. */
    Hands with(Engineer next, boolean replaces) {
        Holder leads = holder == null || holder == Holder.VENDOR ? Holder.ENGINEER : holder;
        if (!replaces) {
            List<Engineer> all = new ArrayList<>(engineers);
            all.removeIf(e -> e.name().equals(next.name()));
            all.add(next);
            return new Hands(holder == null ? Holder.ENGINEER : holder, all, former, vendor);
        }
        return new Hands(leads, List.of(next), formerNow(), holder == Holder.VENDOR ? null : vendor);
    }

    Hands with(Vendor next, boolean replaces) {
        return replaces
                ? new Hands(Holder.VENDOR, List.of(), formerNow(), next)
                : new Hands(holder == null ? Holder.VENDOR : holder, engineers, former, next);
    }

    Hands escalatedTo(Holder next) {
        return new Hands(next, engineers, former, holder == Holder.VENDOR ? null : vendor);
    }

    Hands returnedBy(String engineer) {
        List<Engineer> left =
                engineers.stream().filter(e -> !e.name().equals(engineer)).toList();
        return new Hands(left.isEmpty() && holder == Holder.ENGINEER ? null : holder, left, formerNow(), vendor);
    }

    /** Who gets the case when it opens again; an engineer has to answer anew. */
    Hands again(Holder next, @Nullable String engineer) {
        if (engineer == null) {
            return new Hands(next, engineers, former, vendor);
        }
        String project = last(engineer).map(Engineer::project).orElse(null);
        return new Hands(next, List.of(Engineer.dispatched(project, engineer)), formerNow(), vendor);
    }

    Hands with(String engineer, UnaryOperator<Engineer> change) {
        return new Hands(holder, with(engineers, engineer, change), with(former, engineer, change), vendor);
    }

    private static List<Engineer> with(List<Engineer> all, String engineer, UnaryOperator<Engineer> change) {
        return all.stream()
                .map(e -> e.name().equals(engineer) ? change.apply(e) : e)
                .toList();
    }

    /** Returns the engineer who leads, else who had the case last; null where no engineer ever had it. */
    @Nullable
    String last() {
        List<Engineer> all = engineers.isEmpty() ? former.reversed() : engineers;
        return all.isEmpty() ? null : all.getFirst().name();
    }

    private List<Engineer> formerNow() {
        List<Engineer> all = new ArrayList<>(former);
        all.addAll(engineers);
        return all;
    }
}
