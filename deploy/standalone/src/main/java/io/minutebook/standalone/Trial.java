package io.minutebook.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Starts the suite, touches each part of it, lets it work and stops: a run that shows what a start needs and what work makes hot. */
final class Trial {
    private static final List<String> TOUCHED =
            List.of("/actuator/health/readiness", "/docs", "/login", "/api/intake/openapi.json", "/followup/cases");

    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("minutebook.log", arguments[0] + "/minutebook.log");
        int port = freePort();
        var options = Options.of("--port", Integer.toString(port), "--data", arguments[0]);
        try (var suite = new Suite(options, null);
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            suite.start();
            for (var path : TOUCHED) {
                var request = HttpRequest.newBuilder(URI.create(options.origin() + path))
                        .build();
                System.out.println(path + " "
                        + client.send(request, BodyHandlers.discarding()).statusCode());
            }
            Rehearsal.play(URI.create(options.origin()), client);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Trial() {}
}
