package io.minutebook.platform.security;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

/** How people sign in to pages: OpenID Connect at the issuer, as the client {@code minutebook}. */
final class PageSignIn {
    static final String REGISTRATION = "minutebook";

    private PageSignIn() {}

    /** The issuer is asked for its addresses with the first sign-in, not at start-up. */
    static ClientRegistrationRepository registrations(Environment settings) {
        String service = settings.getRequiredProperty("minutebook.service");
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(
                                settings.getRequiredProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri"))
                        .registrationId(REGISTRATION)
                        .clientId(settings.getRequiredProperty("minutebook.pages.client-id"))
                        .clientSecret(settings.getProperty("minutebook.pages.client-secret", ""))
                        .redirectUri("{baseUrl}/" + service + "/login/oauth2/code/{registrationId}")
                        .scope(List.of("openid", "profile"))
                        .build()));
    }

    /** Roles and sites from the identity token or, where it does not carry them, from the issuer's user information. */
    static GrantedAuthoritiesMapper grants() {
        return authorities -> {
            Set<GrantedAuthority> grants = new HashSet<>();
            for (GrantedAuthority authority : authorities) {
                if (authority instanceof OAuth2UserAuthority user) {
                    grants.addAll(RoleClaims.of(user.getAttributes().get(RoleClaims.CLAIM)));
                }
            }
            return grants;
        };
    }
}
