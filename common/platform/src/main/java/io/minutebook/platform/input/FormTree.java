package io.minutebook.platform.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form as a tree, by their names: {@code customer.name}, {@code lines[0].price}. A field that was left empty is not there. Nothing is
 * set aside for an index that no field has, so a large one costs nothing; it is refused all the same.
 */
final class FormTree {
    private static final int MOST_FIELDS = 1_000;
    private static final int DEEPEST = 16;
    private static final int LARGEST_INDEX = 999;
    private static final Pattern FIRST = Pattern.compile("([^.\\[\\]]{1,200})()");
    private static final Pattern NEXT = Pattern.compile("\\.([^.\\[\\]]{1,200})|\\[(\\d{1,9})]");

    private final List<String> values = new ArrayList<>();
    private final Map<String, FormTree> fields = new LinkedHashMap<>();
    private final Map<Integer, FormTree> elements = new TreeMap<>();

    private FormTree() {}

    /**
     * @param form the values of each field, by the field's name
     * @throws InvalidRequest naming the fields whose names cannot be read, or too many fields
     */
    static FormTree of(Map<String, List<String>> form) {
        if (form.values().stream().mapToInt(List::size).sum() > MOST_FIELDS) {
            throw new InvalidRequest("body", "must not have more than " + MOST_FIELDS + " fields");
        }
        FormTree tree = new FormTree();
        List<FieldFault> faults = new ArrayList<>();
        form.forEach((name, values) -> {
            List<String> given =
                    values.stream().filter(value -> !value.isEmpty()).toList();
            if (FormFields.OF_THE_FORM.contains(name) || given.isEmpty()) {
                return;
            }
            @Nullable String fault = tree.put(name, given);
            if (fault != null) {
                faults.add(new FieldFault(FaultMessages.join("", name), fault));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return tree;
    }

    List<String> values() {
        return values;
    }

    Map<String, FormTree> fields() {
        return fields;
    }

    /** By index, in order; there may be gaps. */
    Map<Integer, FormTree> elements() {
        return elements;
    }

    /** Returns whether something stands below this field and not only in it. */
    boolean branches() {
        return !fields.isEmpty() || !elements.isEmpty();
    }

    /** Returns what is wrong with the name; null if nothing is. */
    private @Nullable String put(String name, List<String> given) {
        FormTree at = this;
        Matcher step = FIRST.matcher(name);
        int end = 0;
        for (int depth = 1; end < name.length(); depth++) {
            if (!step.region(end, name.length()).lookingAt()) {
                return "is not the name of a field, such as customer.name or lines[0].price";
            }
            if (depth > DEEPEST) {
                return "is nested too deep";
            }
            if (step.group(1) != null) {
                at = at.fields.computeIfAbsent(step.group(1), any -> new FormTree());
            } else {
                int index = Integer.parseInt(step.group(2));
                if (index > LARGEST_INDEX) {
                    return "has an index beyond " + LARGEST_INDEX;
                }
                at = at.elements.computeIfAbsent(index, any -> new FormTree());
            }
            end = step.end();
            step.usePattern(NEXT);
        }
        at.values.addAll(given);
        return null;
    }
}
