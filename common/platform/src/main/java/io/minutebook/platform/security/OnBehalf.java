package io.minutebook.platform.security;

import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** A person for whom a machine client acts. What may be done is what the person may do. */
final class OnBehalf extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final String person;
    private final String machine;

    OnBehalf(String person, String machine, Collection<? extends GrantedAuthority> grants) {
        super(grants);
        this.person = person;
        this.machine = machine;
        setAuthenticated(true);
    }

    String machine() {
        return machine;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return person;
    }
}
