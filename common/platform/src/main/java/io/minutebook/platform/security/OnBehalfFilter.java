package io.minutebook.platform.security;

import io.minutebook.platform.problem.Problem;
import io.minutebook.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a machine client act for a person whom it names in a header. From there on the request is the person's: their roles and sites count, and
 * the record names both. Who may not, or names nobody known, is refused with 403.
 */
final class OnBehalfFilter extends OncePerRequestFilter {
    static final String HEADER = "X-On-Behalf-Of";

    private final PeopleSettings people;
    private final ProblemWriter writer;

    OnBehalfFilter(PeopleSettings people, ProblemWriter writer) {
        this.people = people;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String named = request.getHeader(HEADER);
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (named == null || caller == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<List<RoleGrant>> grants =
                people.onBehalf().contains(caller.getName()) ? people.grants(named) : Optional.empty();
        if (grants.isEmpty()) {
            writer.write(response, Problem.onBehalfNotAllowed());
            return;
        }
        SecurityContext acting = SecurityContextHolder.createEmptyContext();
        acting.setAuthentication(new OnBehalf(named, caller.getName(), grants.get()));
        SecurityContextHolder.setContext(acting);
        chain.doFilter(request, response);
    }
}
