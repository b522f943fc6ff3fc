package io.minutebook.standalone.issuer;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens: the demo machine, and the services' pages on behalf of a person. */
record Clients(List<String> origins, List<String> services, String pagesSecret) {
    static final String DEMO = "demo";
    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build();

    RegisteredClientRepository repository() {
        return new InMemoryRegisteredClientRepository(demo(), pages());
    }

    private RegisteredClient demo() {
        return RegisteredClient.withId(DEMO)
                .clientId(DEMO)
                .clientSecret("{noop}demo")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TOKENS)
                .build();
    }

    private RegisteredClient pages() {
        return RegisteredClient.withId(Issuer.PAGES_CLIENT)
                .clientId(Issuer.PAGES_CLIENT)
                .clientSecret("{noop}" + pagesSecret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> origins.forEach(origin -> services.forEach(
                        service -> uris.add(origin + "/" + service + "/login/oauth2/code/" + Issuer.PAGES_CLIENT))))
                .postLogoutRedirectUris(uris -> origins.forEach(
                        origin -> services.forEach(service -> uris.add(origin + "/" + service + "/signed-out"))))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TOKENS)
                .build();
    }
}
