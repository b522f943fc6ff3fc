package io.minutebook.testing;

import java.time.Duration;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The stand's servers in containers. */
final class ContainerInfra {
    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:" + System.getProperty("infra.kafka", "4.2.1");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static Stand.Postgres postgres() {
        return databases(new PostgreSQLContainer(POSTGRES)
                .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=150"));
    }

    static Stand.Postgres forgetfulPostgres() {
        return databases(new PostgreSQLContainer(POSTGRES)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=150"));
    }

    static Stand.Kafka kafka() {
        var broker = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withStartupTimeout(PATIENCE);
        broker.start();
        return broker::getBootstrapServers;
    }

    private static Stand.Postgres databases(PostgreSQLContainer server) {
        server.withDatabaseName("postgres").withStartupTimeout(PATIENCE).start();
        return new FreshDatabases(
                server.getHost() + ":" + server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                server.getUsername(),
                server.getPassword());
    }

    private ContainerInfra() {}
}
