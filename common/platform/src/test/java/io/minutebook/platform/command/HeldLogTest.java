package io.minutebook.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogPosition;
import io.minutebook.platform.security.Callers;
import io.minutebook.testing.Stand;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Readers wait for the oldest running transaction: one that hangs is seen in a metric, and ended. */
class HeldLogTest {
    @Test
    void a_writer_that_falls_asleep_in_its_transaction_is_seen_and_ended_and_readers_go_on() throws SQLException {
        try (ConfigurableApplicationContext service =
                        TrialService.start(Stand.postgres().freshDatabase("held"));
                Connection asleep = service.getBean(DataSource.class).getConnection();
                Statement statement = asleep.createStatement()) {
            assertThat(setting(statement, "idle_in_transaction_session_timeout"))
                    .isEqualTo("10s");
            assertThat(setting(statement, "transaction_timeout")).isEqualTo("30s");
            statement.execute("SET idle_in_transaction_session_timeout = '6s'");
            asleep.commit();
            statement.execute("SELECT pg_current_xact_id()");

            Callers.asAgent(() -> service.getBean(Commands.class)
                    .send(new Parcel.Command.Open(
                            service.getBean(Ids.class).next().toString(), "s")));
            EventLog log = service.getBean(EventLog.class);
            assertThat(log.after(LogPosition.START, 10)).isEmpty();
            await().atMost(Duration.ofSeconds(3)).until(() -> heldMillis(service) > 100);

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !log.after(LogPosition.START, 10).isEmpty());
            assertThat(heldMillis(service)).isZero();
            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    private static double heldMillis(ConfigurableApplicationContext service) {
        return service.getBean(MeterRegistry.class)
                .get("minutebook.log.held")
                .timeGauge()
                .value(TimeUnit.MILLISECONDS);
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery("SHOW " + name)) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }
}
