package io.minutebook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class StandTest {
    @Test
    void every_database_is_new_and_waits_for_the_disk() throws Exception {
        var one = Stand.postgres().freshDatabase("intake");
        var other = Stand.postgres().freshDatabase("intake");
        assertThat(one).isNotEqualTo(other);
        try (var connection = DriverManager.getConnection(one);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select current_setting('fsync'), current_setting('server_version')")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(row.getString(2)).startsWith("18");
        }
    }

    @Test
    void the_broker_takes_topics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Stand.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("stand.check", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("stand.check");
        }
    }

    @Test
    void tokens_are_signed_by_the_published_key() throws Exception {
        var keys = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(TestTokens.jwkSetUri())).build(), BodyHandlers.ofString())
                .body();
        assertThat(keys).contains("\"kid\":\"tests\"").doesNotContain("\"d\":");
        assertThat(TestTokens.token("a", "agent").split("\\.", -1)).hasSize(3);
    }
}
