package io.minutebook.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Remembers a verified token until it expires, so that its signature is checked once and not with every request. */
final class CachingJwtDecoder implements JwtDecoder {
    private static final int MOST = 10_000;

    private final JwtDecoder verifier;
    private final InstantSource time;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MOST).build();

    CachingJwtDecoder(JwtDecoder verifier, InstantSource time) {
        this.verifier = verifier;
        this.time = time;
    }

    @Override
    public Jwt decode(String token) {
        @Nullable Jwt known = verified.getIfPresent(token);
        if (known != null && alive(known)) {
            return known;
        }
        Jwt fresh = verifier.decode(token);
        verified.put(token, fresh);
        return fresh;
    }

    /** A token that names no end is verified each time. */
    private boolean alive(Jwt jwt) {
        @Nullable Instant end = jwt.getExpiresAt();
        return end != null && time.instant().isBefore(end);
    }
}
