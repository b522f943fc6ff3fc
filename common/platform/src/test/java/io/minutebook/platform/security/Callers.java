package io.minutebook.platform.security;

import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets tests act as somebody without a request. */
public final class Callers {
    private Callers() {}

    /** Runs work as an agent of every site. */
    public static void asAgent(Runnable work) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        "agent", "", List.of(new RoleGrant(Role.AGENT, Set.of(RoleGrant.EVERYWHERE)))));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
