package io.minutebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of one case over HTTP, from call to clearance, wherever the four services are. */
final class Walk {
    static final List<String> LIFE = List.of(
            "CaseRegistered",
            "PreprocessingConcluded",
            "FaultDispatched",
            "DispatchAcknowledged",
            "EngineerReplied",
            "SolutionPlanned",
            "Resolved",
            "CustomerCalledBack",
            "RestorationConfirmed",
            "FaultCleared");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Function<String, URI> services;
    private final String token;

    /** @param services where the service of a name answers */
    Walk(Function<String, URI> services, String token) {
        this.services = services;
        this.token = token;
    }

    /** Returns the id of the cleared case. */
    String fromCallToClearance() {
        var call = post("intake", "calls", "{\"site\":\"shanghai\",\"line\":\"4001\",\"callerNumber\":\"13800000000\"}")
                .get("callId")
                .asString();
        tell("intake", "calls/" + call + "/answer", "{\"agent\":\"agent-7\"}");
        var caseId = register(call);
        tell("intake", "cases/" + caseId + "/preprocessing", "{\"outcome\":\"DISPATCH\",\"steps\":[\"power cycled\"]}");
        tell("intake", "cases/" + caseId + "/dispatch", "{\"project\":\"P-1\",\"engineer\":\"engineer-3\"}");
        tell("intake", "calls/" + call + "/end", "{\"disposition\":\"COMPLETED\"}");
        tell("escalation", "cases/" + caseId + "/acknowledgement", "{}");
        tell("escalation", "cases/" + caseId + "/replies", "{\"plan\":\"replace the fuse\"}");
        tell("escalation", "cases/" + caseId + "/plan", "{\"plan\":\"replace the fuse\"}");
        tell("escalation", "cases/" + caseId + "/resolution", "{\"summary\":\"fuse replaced\"}");
        tell("followup", "cases/" + caseId + "/callbacks", "{\"reached\":true,\"restored\":true}");
        tell("followup", "cases/" + caseId + "/clearance", "{}");
        return caseId;
    }

    /** Returns the id of a case that came without a call. */
    String register() {
        return register("");
    }

    private String register(String call) {
        return post("intake", "cases", """
                        {%s"channel":"PHONE","site":"shanghai","type":"FAULT",
                         "customer":{"name":"王芳","phone":"13800000000"},
                         "product":{"model":"X-1","serialNumber":"SN-1"},"symptom":"没有电","actionsTried":["重启"]}
                        """.formatted(call.isEmpty() ? "" : "\"callId\":\"" + call + "\","))
                .get("caseId")
                .asString();
    }

    /** The events of the case's timeline, once one of the name stands in it. */
    List<String> timelineWith(String caseId, String event) {
        return await().atMost(PATIENCE).until(() -> events(caseId), events -> events.contains(event));
    }

    private List<String> events(String caseId) {
        var answer = send(request("followup", "cases/" + caseId + "/timeline").GET());
        return answer.statusCode() == 200
                ? Stream.of(JSON.readTree(answer.body()).get("entries"))
                        .flatMap(entries -> entries.valueStream())
                        .map(entry -> entry.get("event").asString())
                        .toList()
                : List.of();
    }

    JsonNode get(String service, String path) {
        var answer = send(request(service, path).GET());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    JsonNode post(String service, String path, String body) {
        return JSON.readTree(accepted(service, path, body, 201));
    }

    private void tell(String service, String path, String body) {
        accepted(service, path, body, 204);
    }

    /** Asks again, under the same key, while the service has not heard yet of what the step rests on. */
    private String accepted(String service, String path, String body, int expected) {
        var key = UUID.randomUUID().toString();
        var answer = await().atMost(PATIENCE)
                .until(
                        () -> send(request(service, path)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(BodyPublishers.ofString(body))),
                        given -> given.headers().firstValue("Retry-After").isEmpty());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(expected);
        return answer.body();
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(services.apply(service).resolve("/api/" + service + "/" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
