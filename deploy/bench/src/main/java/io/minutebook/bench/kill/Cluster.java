package io.minutebook.bench.kill;

import io.minutebook.testing.TestTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The suite as it runs in earnest: a database, a broker, and the services in one or two instances each, all of them processes. */
final class Cluster implements AutoCloseable {
    static final List<String> SERVICES = List.of("intake", "escalation", "followup");
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** Clocks that run out while one looks on, so that there is work for those who watch them. */
    private static final List<String> SHORT_CLOCKS = List.of(
            "--minutebook.policies[0].clock=preprocess",
            "--minutebook.policies[0].version=short",
            "--minutebook.policies[0].limit=1s",
            "--minutebook.policies[1].clock=reply",
            "--minutebook.policies[1].version=short",
            "--minutebook.policies[1].limit=1s",
            "--minutebook.policies[2].clock=clearance",
            "--minutebook.policies[2].version=short",
            "--minutebook.policies[2].limit=1s");

    private final Database database;
    private final BrokerProcess broker;
    private final List<ServiceInstance> instances = new ArrayList<>();
    private final Door door;

    /** Starts all of it; ready it is later. */
    Cluster(Path home, Map<String, Integer> copies) {
        database = new Database(home.resolve("postgres"), SERVICES);
        broker = new BrokerProcess(home);
        Map<String, List<URI>> addresses = new HashMap<>();
        for (String service : SERVICES) {
            for (int number = 1; number <= copies.getOrDefault(service, 1); number++) {
                ServiceInstance serviceInstance =
                        new ServiceInstance(service, number, environment(service), SHORT_CLOCKS, home);
                instances.add(serviceInstance);
                addresses.computeIfAbsent(service, unused -> new ArrayList<>()).add(serviceInstance.address());
            }
        }
        door = new Door(addresses);
    }

    private Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>(database.environment(service));
        environment.put("MINUTEBOOK_KAFKA", broker.bootstrapServers());
        environment.put("MINUTEBOOK_ISSUER", TestTokens.issuer());
        return environment;
    }

    Database database() {
        return database;
    }

    BrokerProcess broker() {
        return broker;
    }

    List<ServiceInstance> instances() {
        return instances;
    }

    Door door() {
        return door;
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>(instances);
        parts.add(database);
        parts.add(broker);
        return parts;
    }

    /** Whether another instance of the same service runs. */
    boolean covered(ServiceInstance victim) {
        return instances.stream()
                .anyMatch(other -> !other.equals(victim) && other.service().equals(victim.service()));
    }

    /** Returns how long it took until everything takes work. */
    Duration awaitReady(Duration patience) throws InterruptedException {
        Instant begin = Instant.now();
        for (Part part : parts()) {
            while (!part.ready()) {
                if (begin.plus(patience).isBefore(Instant.now())) {
                    throw new IllegalStateException(part.name() + " was not ready within " + patience);
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
        return Duration.between(begin, Instant.now());
    }

    @Override
    public void close() {
        instances.parallelStream().forEach(ServiceInstance::close);
        broker.close();
        database.close();
    }
}
