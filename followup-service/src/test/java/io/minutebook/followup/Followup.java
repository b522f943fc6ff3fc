package io.minutebook.followup;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.minutebook.platform.Service;
import io.minutebook.testing.Stand;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service, one for all tests of the module, with a mail server beside it. */
public final class Followup {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Followup RUNNING = new Followup();

    private final GreenMail mail = mailServer();
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private Followup() {
        mail.start();
        SpringApplication service = Service.application(FollowupApplication.class, "followup");
        service.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean("clock", SettableClock.class, SettableClock::new));
        context = service.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + Stand.postgres().freshDatabase("followup"),
                "--spring.datasource.username=",
                "--spring.kafka.bootstrap-servers=" + Stand.kafka().bootstrapServers(),
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestTokens.jwkSetUri(),
                "--minutebook.kafka.partitions=3",
                "--minutebook.survey.origin=https://care.example.com",
                "--minutebook.mail.host=127.0.0.1",
                "--minutebook.mail.port=" + mail.getSmtp().getPort(),
                "--minutebook.mail.from=care@example.com");
    }

    public static Followup running() {
        return RUNNING;
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public GreenMail mail() {
        return mail;
    }

    /** What a person with a token posts; an empty token is nobody's. */
    public HttpResponse<String> post(String path, String body, String token) {
        return post(path, body, token, Map.of());
    }

    public HttpResponse<String> post(String path, String body, String token, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, token).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    /** What a browser without scripts posts from a page. */
    public HttpResponse<String> postForm(String path, String form) {
        return postForm(path, form, "", Map.of());
    }

    HttpResponse<String> postForm(String path, String form, String token, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, token).header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> get(String path, String token) {
        return get(path, token, Map.of());
    }

    HttpResponse<String> get(String path, String token, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, token);
        headers.forEach(request::header);
        return send(request.GET());
    }

    /** What a person gets who asks at that moment. */
    public HttpResponse<String> getAt(Instant now, String path, String token, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, token).header(SettableClock.HEADER, now.toString());
        headers.forEach(request::header);
        return send(request.GET());
    }

    public JsonNode getJson(String path, String token) {
        return JSON.readTree(get(path, token).body());
    }

    private HttpRequest.Builder request(String path, String token) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail mailServer() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new GreenMail(new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
