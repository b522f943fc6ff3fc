package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running suite, spoken to over its public API as a machine client. Waits and asks again where the suite asks so. */
final class SuiteClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TRIES = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    /** An answer that is no success. */
    record Refusal(int status, JsonNode problem) {
        String sentence() {
            String said = problem.path("detail").asString(problem.path("title").asString(""));
            String code = problem.path("code").asString("");
            return (status + " " + code).strip() + (said.isEmpty() ? "" : ": " + said);
        }
    }

    /** An answer: its body, or why there is none. */
    record Answer(JsonNode body, @Nullable Refusal refusal) {
        JsonNode orFail(String what) {
            if (refusal != null) {
                throw new Failure(text("refused", what, refusal.sentence()));
            }
            return body;
        }
    }

    private final URI url;
    private final String client;
    private final String secret;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private @Nullable String token;

    SuiteClient(URI url, String client, String secret) {
        this.url = url;
        this.client = client;
        this.secret = secret;
    }

    Answer get(String path) {
        return answer(request(path).GET());
    }

    Answer post(String path, Object body) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /** A body to be read as it comes; the caller closes it. */
    InputStream download(String path) {
        HttpResponse<InputStream> response =
                exchange(request(path).timeout(Duration.ofHours(1)).GET());
        if (response.statusCode() != 200) {
            throw new Failure(text("refused", path, new Refusal(response.statusCode(), json(response)).sentence()));
        }
        return response.body();
    }

    private Answer answer(HttpRequest.Builder request) {
        HttpResponse<InputStream> response = exchange(request);
        JsonNode body = json(response);
        boolean good = response.statusCode() / 100 == 2;
        return new Answer(body, good ? null : new Refusal(response.statusCode(), body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWER_WITHIN).header("Accept", "*/*");
    }

    private HttpResponse<InputStream> exchange(HttpRequest.Builder request) {
        boolean renewed = false;
        for (int tries = 1; ; tries++) {
            String bearer = token == null ? newToken() : token;
            token = bearer;
            HttpResponse<InputStream> response;
            try {
                response = send(
                        request.setHeader("Authorization", "Bearer " + bearer).build());
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw lost(e);
                }
                pause(Duration.ofSeconds(tries));
                continue;
            }
            boolean expired = response.statusCode() == 401 && !renewed;
            boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
            if (!expired && (!busy || tries == TRIES)) {
                return response;
            }
            close(response);
            if (expired) {
                renewed = true;
                token = null;
            } else {
                pause(retryAfter(response, tries));
            }
        }
    }

    private String newToken() {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/oauth2/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<InputStream> response;
        try {
            response = send(request);
        } catch (IOException e) {
            throw lost(e);
        }
        JsonNode body = json(response);
        String fresh = body.path("access_token").asString("");
        if (response.statusCode() == 503) {
            throw new Failure(text("not-ready", url));
        }
        if (response.statusCode() != 200 || fresh.isEmpty()) {
            throw new Failure(text("no-token", url, client, String.valueOf(response.statusCode())));
        }
        return fresh;
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(text("interrupted"), e);
        }
    }

    private Failure lost(IOException e) {
        return e instanceof ConnectException
                ? new Failure(text("not-running", url), e)
                : new Failure(text("connection-lost", url, String.valueOf(e.getMessage())), e);
    }

    private static Duration retryAfter(HttpResponse<?> response, int tries) {
        String wait = response.headers().firstValue("Retry-After").orElse("");
        Duration asked =
                wait.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(wait)) : Duration.ofSeconds(tries);
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(text("interrupted"), e);
        }
    }

    private static JsonNode json(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return JSON.readTree(body.readAllBytes());
        } catch (IOException | JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            // nothing more was wanted from it
        }
    }
}
