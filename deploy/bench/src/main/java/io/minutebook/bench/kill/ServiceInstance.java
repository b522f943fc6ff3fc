package io.minutebook.bench.kill;

import io.minutebook.bench.stand.Sibling;
import io.minutebook.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One instance of a service. */
final class ServiceInstance implements Part {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final List<String> FLAGS =
            List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=96m");

    private final String service;
    private final String name;
    private final int port = FreePort.find();
    private final Map<String, String> environment;
    private final List<String> settings;
    private final Path home;
    private int lives;
    private Sibling process;

    /** @param number from 1 */
    ServiceInstance(String service, int number, Map<String, String> environment, List<String> settings, Path home) {
        this.service = service;
        this.name = service + "-" + number;
        this.environment = new TreeMap<>(environment);
        this.environment.put("MINUTEBOOK_PORT", Integer.toString(port));
        this.settings = List.copyOf(settings);
        this.home = home;
        process = launched();
    }

    private Sibling launched() {
        lives++;
        var main = "io.minutebook." + service + "." + service.substring(0, 1).toUpperCase(Locale.ROOT)
                + service.substring(1) + "Application";
        try {
            return Sibling.start(home.resolve(name + "." + lives + ".log"), FLAGS, main, settings, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String service() {
        return service;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void start() {
        process = launched();
    }

    /** An instance that gave up, because what it needs was away while it started, is started again, as its operator's supervisor would. */
    @Override
    public boolean ready() {
        if (!process.alive()) {
            start();
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
                .timeout(PATIENCE)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
