package io.minutebook.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An issuer of access tokens for tests: its own key, published on loopback, one per process. */
public final class TestTokens {
    private static final Shared<TestTokens> ISSUER = new Shared<>(TestTokens::new);
    private static final List<String> EVERYWHERE = List.of("*");

    private final RSAKey key;
    private final String issuer;

    private TestTokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("tests").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            issuer = "http://127.0.0.1:" + server.getAddress().getPort();
            serve(server, "/jwks.json", new JWKSet(key.toPublicJWK()).toString());
            serve(
                    server,
                    "/.well-known/openid-configuration",
                    "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/jwks.json\",\"subject_types_supported\":[\"public\"]}"
                            .formatted(issuer));
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The issuer's address, with its discovery document. */
    public static String issuer() {
        return ISSUER.get().issuer;
    }

    public static String jwkSetUri() {
        return issuer() + "/jwks.json";
    }

    /** A token for a person or machine that holds these roles at every site. */
    public static String token(String name, String... roles) {
        return token(name, Arrays.stream(roles).distinct().collect(Collectors.toMap(role -> role, role -> EVERYWHERE)));
    }

    /** A token for one that holds each role at the sites named with it. */
    public static String token(String name, Map<String, List<String>> sitesOfRole) {
        return token(name, sitesOfRole, Instant.now().plus(Duration.ofHours(1)));
    }

    /** The same, good until the given moment. */
    public static String token(String name, Map<String, List<String>> sitesOfRole, Instant expires) {
        return ISSUER.get().sign(name, sitesOfRole, expires);
    }

    private String sign(String name, Map<String, List<String>> sitesOfRole, Instant expires) {
        var claims = new JWTClaimsSet.Builder()
                .subject(name)
                .issuer(issuer)
                .issueTime(Date.from(expires.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(expires))
                .claim("roles", sitesOfRole)
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(HttpServer server, String path, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }
}
