package io.minutebook.platform.security;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Remembers a verified token until it expires, so that its signature is checked once and not with every request. */
final class CachingJwtDecoder implements JwtDecoder {
    private static final int MOST = 10_000;
    private final JwtDecoder verifier;
    private final InstantSource time;
    private final Map<String, Jwt> verified = new ConcurrentHashMap<>();

    CachingJwtDecoder(JwtDecoder verifier, InstantSource time) {
        this.verifier = verifier;
        this.time = time;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.get(token);
        if (known != null) {
            if (alive(known)) {
                return known;
            }
            verified.remove(token);
        }
        Jwt fresh = verifier.decode(token);
        if (alive(fresh)) {
            if (verified.size() >= MOST) {
                verified.values().removeIf(jwt -> !alive(jwt));
            }
            if (verified.size() < MOST) {
                verified.put(token, fresh);
            }
        }
        return fresh;
    }

    /** A token that names no end is verified each time. */
    private boolean alive(Jwt jwt) {
        @Nullable Instant end = jwt.getExpiresAt();
        return end != null && time.instant().isBefore(end);
    }
}
