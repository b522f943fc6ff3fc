package io.minutebook.platform.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Verifies bearer tokens against the issuer. The keys are fetched with the first token, so an issuer may start after the service. */
final class JwtDecoders {
    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    private JwtDecoders() {}

    static JwtDecoder verifier(Environment settings) {
        String issuer = settings.getProperty(JWT + "issuer-uri", "");
        String keys = settings.getProperty(JWT + "jwk-set-uri", "");
        String audience = settings.getProperty("minutebook.audience", "");
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = (keys.isBlank()
                            ? NimbusJwtDecoder.withIssuerLocation(issuer)
                            : NimbusJwtDecoder.withJwkSetUri(keys))
                    .build();
            decoder.setJwtValidator(checks(issuer, audience));
            return decoder;
        });
    }

    private static OAuth2TokenValidator<Jwt> checks(String issuer, String audience) {
        List<OAuth2TokenValidator<Jwt>> checks = new ArrayList<>(List.of(new JwtTimestampValidator()));
        if (!issuer.isBlank()) {
            checks.add(new JwtIssuerValidator(issuer));
        }
        if (!audience.isBlank()) {
            checks.add(new JwtClaimValidator<List<String>>("aud", named -> named != null && named.contains(audience)));
        }
        return new DelegatingOAuth2TokenValidator<>(checks);
    }
}
