package io.minutebook.intake.domain.cases;

import io.minutebook.kernel.CaseRef;
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
 * @param conclusion what the first line came to in this cycle, or in the last one where others reopened the case
 * @param assignments who was given it in this cycle, the latest last
 * @param holders who of them has it now
 */
public record CaseFile(
        CaseEvent.CaseRegistered registered,
        CaseRef ref,
        String owner,
        CaseEvent.@Nullable PreprocessingConcluded conclusion,
        List<Assignment> assignments,
        List<Assignment> holders,
        Map<String, Promise> promises) {
    /** Who a case was given to. */
    public sealed interface Assignment {
        record Engineer(String project, String engineer) implements Assignment {}

        record Vendor(
                String orderId, String vendor, @Nullable String reference) implements Assignment {}
    }

    /** What was promised to the customer. */
    public record Promise(String promiseId, int number, String text, Instant dueAt, boolean kept) {}

    public CaseFile {
        assignments = List.copyOf(assignments);
        holders = List.copyOf(holders);
    }

    static CaseFile of(CaseEvent.CaseRegistered registered) {
        return new CaseFile(registered, registered.ref(), registered.owner(), null, List.of(), List.of(), Map.of());
    }

    public int cycle() {
        return ref.cycle();
    }

    CaseType type() {
        return registered.registration().type();
    }

    /** @throws IllegalStateException where nothing was promised under this id */
    Promise promise(String promiseId) {
        Promise promise = promises.get(promiseId);
        if (promise == null) {
            throw new IllegalStateException("no promise " + promiseId);
        }
        return promise;
    }

    CaseFile owner(String next) {
        return new CaseFile(registered, ref, next, conclusion, assignments, holders, promises);
    }

    CaseFile reopened(CaseRef nextCycle) {
        return new CaseFile(registered, nextCycle, owner, conclusion, List.of(), List.of(), promises);
    }

    CaseFile concluded(CaseEvent.PreprocessingConcluded next) {
        return new CaseFile(registered, ref, owner, next, assignments, holders, promises);
    }

    CaseFile given(Assignment assignment, HandOver mode) {
        return new CaseFile(
                registered,
                ref,
                owner,
                conclusion,
                plus(assignments, assignment),
                mode == HandOver.BESIDE ? plus(holders, assignment) : List.of(assignment),
                promises);
    }

    private static List<Assignment> plus(List<Assignment> before, Assignment next) {
        List<Assignment> all = new ArrayList<>(before);
        all.add(next);
        return all;
    }

    CaseFile with(Promise promise) {
        SequencedMap<String, Promise> next = new LinkedHashMap<>(promises);
        next.put(promise.promiseId(), promise);
        return new CaseFile(registered, ref, owner, conclusion, assignments, holders, next);
    }
}
