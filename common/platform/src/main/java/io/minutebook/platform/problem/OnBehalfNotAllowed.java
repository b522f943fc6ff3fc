package io.minutebook.platform.problem;

import org.springframework.security.access.AccessDeniedException;

/** The person for whom a machine acts may not do this at the site. */
public final class OnBehalfNotAllowed extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    public OnBehalfNotAllowed() {
        super("the person named may not act at this site");
    }
}
