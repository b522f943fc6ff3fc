package io.minutebook.platform.security;

import io.minutebook.eventlog.Actor;
import io.minutebook.platform.problem.OnBehalfNotAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where the caller of the current request may act: at the sites at which they hold one of the roles that the address asks for.
 * A role held elsewhere does not count.
 */
public final class SiteAccess {
    static final String ROW = SiteAccess.class.getName() + ".row";
    private static final String NOBODY = "anonymous";

    /** Refuses with 403 unless the caller may act at this site. */
    public void require(String site) {
        if (!mayAt(site)) {
            throw authentication() instanceof OnBehalf
                    ? new OnBehalfNotAllowed()
                    : new AccessDeniedException("not at this site");
        }
    }

    /** True on an address that is open to anybody, whose rules are the subject's own. */
    public boolean open() {
        return currentRow().filter(AccessTable.Row::open).isPresent();
    }

    public boolean mayAt(String site) {
        return open()
                || grants().stream()
                        .anyMatch(grant -> grant.everywhere() || grant.sites().contains(site));
    }

    /** The sites the caller may see; empty means every site, an empty set means none. */
    public Optional<Set<String>> sites() {
        List<RoleGrant> grants = grants();
        if (grants.stream().anyMatch(RoleGrant::everywhere)) {
            return Optional.empty();
        }
        Set<String> sites = new HashSet<>();
        grants.forEach(grant -> sites.addAll(grant.sites()));
        return Optional.of(Set.copyOf(sites));
    }

    /** True when the caller holds this role anywhere; for what a page offers, never for what it allows. */
    public boolean holds(Role role) {
        return all().stream().anyMatch(grant -> grant.role() == role);
    }

    /** The caller's account name, as it is written into the log as the actor; {@code anonymous} on public addresses. */
    public String caller() {
        Authentication authentication = authentication();
        return authentication == null ? NOBODY : authentication.getName();
    }

    /** The caller as the log keeps it: the person, and the machine that acts for them where one does. */
    public Actor actor() {
        return authentication() instanceof OnBehalf acting
                ? new Actor(acting.getName(), acting.machine())
                : new Actor(caller(), null);
    }

    private static List<RoleGrant> grants() {
        return currentRow().isPresent()
                ? all().stream()
                        .filter(grant -> currentRow().get().roles().contains(grant.role()))
                        .toList()
                : all();
    }

    private static List<RoleGrant> all() {
        Authentication authentication = authentication();
        return authentication == null
                ? List.of()
                : authentication.getAuthorities().stream()
                        .filter(RoleGrant.class::isInstance)
                        .map(RoleGrant.class::cast)
                        .toList();
    }

    private static @Nullable Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof AnonymousAuthenticationToken ? null : authentication;
    }

    private static Optional<AccessTable.Row> currentRow() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ROW, RequestAttributes.SCOPE_REQUEST) instanceof AccessTable.Row row
                ? Optional.of(row)
                : Optional.empty();
    }
}
