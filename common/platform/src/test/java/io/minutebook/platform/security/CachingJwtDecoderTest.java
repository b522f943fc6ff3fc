package io.minutebook.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class CachingJwtDecoderTest {
    private static final Instant END = Instant.parse("2026-03-02T10:00:00Z");

    private final List<String> verified = new ArrayList<>();
    private Instant now = END.minusSeconds(60);
    private @Nullable Instant end = END;
    private boolean valid = true;
    private final CachingJwtDecoder decoder = new CachingJwtDecoder(this::verify, () -> now);

    @Test
    void a_token_is_verified_once_until_it_expires() {
        Jwt first = decoder.decode("a");
        now = END.minusNanos(1);
        assertThat(decoder.decode("a")).isSameAs(first);
        decoder.decode("b");
        assertThat(verified).containsExactly("a", "b");
    }

    @Test
    void a_token_that_has_expired_is_verified_again_and_refused() {
        decoder.decode("a");
        now = END;
        valid = false;
        assertThatThrownBy(() -> decoder.decode("a")).isInstanceOf(BadJwtException.class);
        assertThat(verified).containsExactly("a", "a");
    }

    @Test
    void a_token_that_names_no_end_is_verified_each_time() {
        end = null;
        decoder.decode("a");
        decoder.decode("a");
        assertThat(verified).containsExactly("a", "a");
    }

    @Test
    void a_token_that_was_refused_is_not_remembered() {
        valid = false;
        assertThatThrownBy(() -> decoder.decode("a")).isInstanceOf(BadJwtException.class);
        valid = true;
        assertThat(decoder.decode("a").getTokenValue()).isEqualTo("a");
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (!valid) {
            throw new BadJwtException("planted");
        }
        Jwt.Builder jwt = Jwt.withTokenValue(token).header("alg", "none").subject("li");
        return end == null ? jwt.build() : jwt.expiresAt(end).build();
    }
}
