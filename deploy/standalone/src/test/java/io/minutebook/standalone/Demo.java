package io.minutebook.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of a running standalone share: a free port, and the demo machine's token. */
final class Demo {
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static Walk walk(int port) throws Exception {
        var origin = URI.create("http://localhost:" + port);
        return new Walk(service -> origin, token(origin));
    }

    private static String token(URI origin) throws Exception {
        var request = HttpRequest.newBuilder(origin.resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=demo&client_secret=demo"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new JsonMapper().readTree(answer.body()).get("access_token").asString();
    }

    private Demo() {}
}
