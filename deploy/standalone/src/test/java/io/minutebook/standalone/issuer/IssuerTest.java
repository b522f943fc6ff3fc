package io.minutebook.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {
    private static final int ORIGIN = 8080;
    private static final String PAGES_SECRET = "only-for-this-test";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    @TempDir
    static Path directory;

    private static Issuer issuer;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        issuer = Issuer.start(directory, ORIGIN, List.of("intake", "followup"), PAGES_SECRET);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void the_demo_machine_holds_every_role_at_every_site() throws Exception {
        var answer = post("/oauth2/token", "grant_type=client_credentials", "demo", "demo");
        assertThat(answer.statusCode()).isEqualTo(200);
        var claims = claims(answer.body(), "access_token");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getJSONObjectClaim("roles"))
                .hasSize(11)
                .containsEntry("agent", List.of("*"))
                .containsEntry("admin", List.of("*"));
        assertThat(post("/oauth2/token", "grant_type=client_credentials", "demo", "guess")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_person_signs_in_through_the_form_and_holds_the_role_of_the_same_name() throws Exception {
        var redirect = "http://localhost:8080/followup/login/oauth2/code/minutebook";
        var authorize = "/oauth2/authorize?response_type=code&client_id=minutebook&scope=openid%20profile&state=s"
                + "&redirect_uri=" + encoded(redirect) + "&code_challenge_method=S256&code_challenge=" + CHALLENGE;
        assertThat(get(authorize).headers().firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login"));
        var form = get("/login").body();
        var matcher = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form);
        assertThat(matcher.find()).isTrue();
        var signedIn = post("/login", "username=followup&password=followup&_csrf=" + encoded(matcher.group(1)), "", "");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        var back = URI.create(get(authorize).headers().firstValue("location").orElseThrow());
        assertThat(back.toString()).startsWith(redirect + "?code=");
        var code = back.getQuery().replaceAll(".*code=([^&]+).*", "$1");
        var answer = post(
                "/oauth2/token",
                "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri=" + encoded(redirect)
                        + "&code_verifier=" + VERIFIER,
                "minutebook",
                PAGES_SECRET);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(claims(answer.body(), "id_token").getJSONObjectClaim("roles"))
                .isEqualTo(Map.of("followup", List.of("*")));
    }

    @Test
    void describes_itself_at_the_origin() throws Exception {
        assertThat(get("/.well-known/openid-configuration").body())
                .contains("\"issuer\":\"http://localhost:8080\"")
                .contains("\"token_endpoint\":\"http://localhost:8080/oauth2/token\"");
        assertThat(get("/oauth2/jwks").body()).contains("\"kty\":\"RSA\"").doesNotContain("\"d\":");
    }

    @Test
    void signs_with_the_same_key_after_a_restart() throws Exception {
        var before = get("/oauth2/jwks").body();
        try (var again = Issuer.start(directory, ORIGIN, List.of("intake"), PAGES_SECRET)) {
            assertThat(send(HttpRequest.newBuilder(again.address().resolve("/oauth2/jwks")))
                            .body())
                    .isEqualTo(before);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(issuer.address().resolve(path)).header("Accept", "text/html, */*"));
    }

    private HttpResponse<String> post(String path, String form, String user, String password) throws Exception {
        var request = HttpRequest.newBuilder(issuer.address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!user.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static JWTClaimsSet claims(String answer, String token) throws Exception {
        var matcher = Pattern.compile("\"" + token + "\":\"([^\"]+)\"").matcher(answer);
        assertThat(matcher.find()).isTrue();
        return SignedJWT.parse(matcher.group(1)).getJWTClaimsSet();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
