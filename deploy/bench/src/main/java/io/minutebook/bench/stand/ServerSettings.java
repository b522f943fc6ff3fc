package io.minutebook.bench.stand;

import static java.util.Objects.requireNonNull;

import io.minutebook.embedded.LocalPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;

/** Every setting that says how durable what is measured is, as the servers themselves say it. */
final class ServerSettings {
    private static final List<String> POSTGRES = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_sync_method",
            "wal_level",
            "commit_delay",
            "shared_buffers",
            "max_wal_size",
            "checkpoint_timeout",
            "max_connections");
    private static final List<String> KAFKA = List.of(
            "log.flush.interval.messages",
            "log.flush.interval.ms",
            "min.insync.replicas",
            "default.replication.factor",
            "num.io.threads",
            "num.network.threads");

    private ServerSettings() {}

    static Map<String, String> of(LocalPostgres postgres) {
        var said = new LinkedHashMap<String, String>();
        try (var connection = DriverManager.getConnection(postgres.url("postgres", LocalPostgres.SUPERUSER));
                var statement = connection.createStatement()) {
            for (var name : POSTGRES) {
                try (var answer = statement.executeQuery("show " + name)) {
                    answer.next();
                    said.put(name, answer.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return said;
    }

    static Map<String, String> ofBroker(String address) throws Exception {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
            var node = admin.describeCluster().nodes().get().iterator().next();
            var broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
            var config = requireNonNull(
                    admin.describeConfigs(List.of(broker)).all().get().get(broker));
            var said = new LinkedHashMap<>(
                    Map.of("acks", "all", "brokers", "1", "compression", "lz4", "idempotence", "true"));
            for (var name : KAFKA) {
                var entry = config.get(name);
                if (entry != null) {
                    said.put(name, String.valueOf(entry.value()));
                }
            }
            return said;
        }
    }
}
