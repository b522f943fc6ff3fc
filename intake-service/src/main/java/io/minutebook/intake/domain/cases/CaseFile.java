package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case of ours.
 *
 * @param ref the case, in the cycle it is in
 * @param owner who answers for it towards the customer
 * @param begunAt when this cycle began
 * @param conclusion what the first line came to in this cycle, or in the last one where others reopened the case
 * @param assignments who has it in this cycle, the latest last
 */
public record CaseFile(
        CaseEvent.CaseRegistered registered,
        CaseRef ref,
        String owner,
        Instant begunAt,
        CaseEvent.@Nullable PreprocessingConcluded conclusion,
        List<Assignment> assignments,
        Map<String, Promise> promises,
        Clocks clocks) {
    /** Who a case was given to. */
    public sealed interface Assignment {
        record Engineer(String project, String engineer) implements Assignment {}

        record Vendor(String vendor, @Nullable String reference) implements Assignment {}
    }

    /** What was promised to the customer, and what became of it. */
    public record Promise(String promiseId, int number, String text, Instant dueAt, boolean kept, boolean broken) {}

    public CaseFile {
        assignments = List.copyOf(assignments);
    }

    static CaseFile of(CaseEvent.CaseRegistered registered) {
        return new CaseFile(
                registered,
                registered.ref(),
                registered.owner(),
                registered.at(),
                null,
                List.of(),
                Map.of(),
                Clocks.none());
    }

    public int cycle() {
        return ref.cycle();
    }

    CaseFile owner(String next) {
        return new CaseFile(registered, ref, next, begunAt, conclusion, assignments, promises, clocks);
    }

    CaseFile reopened(CaseRef nextCycle, Instant at) {
        return new CaseFile(registered, nextCycle, owner, at, conclusion, List.of(), promises, clocks);
    }

    CaseFile concluded(CaseEvent.PreprocessingConcluded next) {
        return new CaseFile(registered, ref, owner, begunAt, next, assignments, promises, clocks);
    }

    CaseFile given(Assignment assignment) {
        List<Assignment> next = new ArrayList<>(assignments);
        next.add(assignment);
        return new CaseFile(registered, ref, owner, begunAt, conclusion, next, promises, clocks);
    }

    CaseFile promise(Promise promise) {
        SequencedMap<String, Promise> next = new LinkedHashMap<>(promises);
        next.put(promise.promiseId(), promise);
        return new CaseFile(registered, ref, owner, begunAt, conclusion, assignments, next, clocks);
    }

    CaseFile clocks(Clocks next) {
        return new CaseFile(registered, ref, owner, begunAt, conclusion, assignments, promises, next);
    }
}
