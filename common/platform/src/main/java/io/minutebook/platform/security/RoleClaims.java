package io.minutebook.platform.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the claim {@code roles}: role to sites, or a plain list of roles, which are then held at every site. Unknown roles count for nothing. */
final class RoleClaims {
    static final String CLAIM = "roles";

    private RoleClaims() {}

    static List<RoleGrant> of(@Nullable Object claim) {
        List<RoleGrant> grants = new ArrayList<>();
        if (claim instanceof Map<?, ?> bySite) {
            bySite.forEach((role, sites) -> add(grants, role, sites(sites)));
        } else if (claim instanceof Collection<?> roles) {
            roles.forEach(role -> add(grants, role, Set.of(RoleGrant.EVERYWHERE)));
        }
        return List.copyOf(grants);
    }

    private static void add(List<RoleGrant> grants, @Nullable Object role, Set<String> sites) {
        if (role instanceof String word && !sites.isEmpty()) {
            Role.of(word).ifPresent(known -> grants.add(new RoleGrant(known, sites)));
        }
    }

    private static Set<String> sites(@Nullable Object value) {
        Set<String> sites = new HashSet<>();
        if (value instanceof String one) {
            sites.add(one);
        } else if (value instanceof Collection<?> several) {
            several.forEach(site -> {
                if (site instanceof String name) {
                    sites.add(name);
                }
            });
        }
        return sites;
    }
}
