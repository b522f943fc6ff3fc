package io.minutebook.platform.input;

import java.util.List;

/** A request we cannot take as it stands; names every faulty field we found. Over HTTP it becomes a 400. */
public final class InvalidRequest extends RuntimeException {
    private final transient List<FieldFault> faults;

    public InvalidRequest(List<FieldFault> faults) {
        super("bad input: " + faults.stream().map(FieldFault::field).toList(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public InvalidRequest(String field, String message) {
        this(List.of(new FieldFault(field, message)));
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
