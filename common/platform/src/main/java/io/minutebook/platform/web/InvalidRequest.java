package io.minutebook.platform.web;

import java.util.List;

/** A request we cannot take as it stands; names every faulty field we found. Over HTTP it becomes a 400. */
public final class InvalidRequest extends RuntimeException {
    private final transient List<Problem.Fault> faults;

    public InvalidRequest(List<Problem.Fault> faults) {
        super("bad input: " + faults.stream().map(Problem.Fault::field).toList(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public InvalidRequest(String field, String message) {
        this(List.of(new Problem.Fault(field, message)));
    }

    public List<Problem.Fault> faults() {
        return faults;
    }
}
