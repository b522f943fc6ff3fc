package io.minutebook.standalone.issuer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** Remembers the latest sign-ins only; a machine's token carries all there is to know and is not kept. */
final class BoundedAuthorizations implements OAuth2AuthorizationService {
    private static final int MOST = 1_000;

    private final InMemoryOAuth2AuthorizationService kept = new InMemoryOAuth2AuthorizationService();
    private final Deque<String> ids = new ArrayDeque<>();

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        if (authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            return;
        }
        kept.save(authorization);
        ids.remove(authorization.getId());
        ids.addLast(authorization.getId());
        if (ids.size() > MOST) {
            var eldest = kept.findById(ids.removeFirst());
            if (eldest != null) {
                kept.remove(eldest);
            }
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        ids.remove(authorization.getId());
        kept.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return kept.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return kept.findByToken(token, type);
    }
}
