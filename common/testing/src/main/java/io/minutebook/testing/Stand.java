package io.minutebook.testing;

import io.minutebook.embedded.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Real PostgreSQL and real Kafka for tests, started when first asked for and shared by all tests of the process.
 * System property {@code infra}: {@code embedded}, {@code containers}, or {@code auto} (containers where a Docker engine
 * answers and has the images, else embedded).
 */
public final class Stand {
    private static final Logger LOG = LoggerFactory.getLogger(Stand.class);
    private static final Shared<Postgres> POSTGRES =
            new Shared<>(() -> choose(ContainerInfra::postgres, () -> EmbeddedInfra.postgres(Durability.FULL)));
    private static final Shared<Postgres> FORGETFUL = new Shared<>(
            () -> choose(ContainerInfra::forgetfulPostgres, () -> EmbeddedInfra.postgres(Durability.NONE)));
    private static final Shared<Kafka> KAFKA = new Shared<>(() -> choose(ContainerInfra::kafka, EmbeddedInfra::kafka));

    /** A PostgreSQL server whose commits wait for the disk, as in production. */
    public static Postgres postgres() {
        return POSTGRES.get();
    }

    /** A faster PostgreSQL server without fsync, for unit-level tests only. */
    public static Postgres forgetfulPostgres() {
        return FORGETFUL.get();
    }

    public static Kafka kafka() {
        return KAFKA.get();
    }

    /** A PostgreSQL server of the stand. */
    public interface Postgres {
        /** The JDBC address, with user and password, of a new empty database whose name begins with the given one. */
        String freshDatabase(String name);
    }

    /** A Kafka broker of the stand; topics are shared by the tests of a process. */
    public interface Kafka {
        String bootstrapServers();
    }

    private static <T> T choose(Supplier<T> containers, Supplier<T> embedded) {
        return switch (System.getProperty("infra", "auto")) {
            case "embedded" -> embedded.get();
            case "containers" -> containers.get();
            case "auto" -> dockerAnswers() ? containersOr(embedded, containers) : embedded.get();
            case String other ->
                throw new IllegalArgumentException("infra is embedded, containers or auto, not " + other);
        };
    }

    private static <T> T containersOr(Supplier<T> embedded, Supplier<T> containers) {
        try {
            return containers.get();
        } catch (RuntimeException noImage) {
            LOG.warn("Docker answers but cannot run the container ({}): embedded instead", noImage.getMessage());
            return embedded.get();
        }
    }

    private static boolean dockerAnswers() {
        var socket = Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"))
                .anyMatch(Files::isWritable);
        return (socket || System.getenv("DOCKER_HOST") != null)
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private Stand() {}
}
