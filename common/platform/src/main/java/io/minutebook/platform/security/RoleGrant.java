package io.minutebook.platform.security;

import java.util.Set;
import org.springframework.security.core.GrantedAuthority;

/** One role and the sites it is held at; the site {@code *} stands for all of them. */
record RoleGrant(Role role, Set<String> sites) implements GrantedAuthority {
    static final String EVERYWHERE = "*";

    RoleGrant {
        sites = Set.copyOf(sites);
    }

    boolean everywhere() {
        return sites.contains(EVERYWHERE);
    }

    @Override
    public String getAuthority() {
        return "ROLE_" + role.word();
    }
}
