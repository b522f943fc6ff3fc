package io.minutebook.platform.command;

import io.minutebook.kernel.Rejected;
import java.util.Map;
import java.util.UUID;

/** The folded states of a service's streams, with everything recorded until now. */
public final class States {
    private final Map<String, SubjectShell<?, ?, ?>> shells;

    States(Map<String, SubjectShell<?, ?, ?>> shells) {
        this.shells = Map.copyOf(shells);
    }

    /**
     * The state of a stream; the subject's initial state where nothing is recorded.
     *
     * @throws Rejected {@code <subject>-not-found} when the id is none that could ever be given
     */
    @SuppressWarnings("unchecked")
    public <S> S state(Subject<?, S, ?> subject, String stream) {
        SubjectShell<?, S, ?> shell = (SubjectShell<?, S, ?>) shells.get(subject.name());
        if (shell == null) {
            throw new IllegalArgumentException("no subject " + subject.name() + " in this service");
        }
        return shell.state(id(subject.name(), stream));
    }

    static UUID id(String subject, String stream) {
        try {
            UUID id = UUID.fromString(stream);
            if (id.toString().equalsIgnoreCase(stream)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal: what is no id names nothing
        }
        throw new Rejected(subject + "-not-found", "There is no such " + subject + ".");
    }
}
