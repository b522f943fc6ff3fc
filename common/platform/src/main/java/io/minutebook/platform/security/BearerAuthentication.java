package io.minutebook.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Signs in the callers of the API by the bearer token of their request. A token comes in the header, nowhere else. */
final class BearerAuthentication {
    private static final String SCHEME = "Bearer ";

    private BearerAuthentication() {}

    static BearerTokenAuthenticationFilter of(JwtDecoder tokens, AuthenticationEntryPoint refusal) {
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(tokens);
        provider.setJwtAuthenticationConverter(BearerAuthentication::caller);
        BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(provider::authenticate);
        filter.setBearerTokenResolver(BearerAuthentication::token);
        filter.setAuthenticationEntryPoint(refusal);
        return filter;
    }

    static JwtAuthenticationToken caller(Jwt jwt) {
        return new JwtAuthenticationToken(jwt, RoleClaims.of(jwt.getClaim(RoleClaims.CLAIM)));
    }

    /** What stands behind the scheme, as it is: whether it is a token shows when it is verified. */
    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).trim()
                : null;
    }
}
