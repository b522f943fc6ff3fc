package io.minutebook.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.intake.domain.cases.CaseClock;
import io.minutebook.intake.domain.cases.CaseNumber;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.testing.Stand;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CaseNumberSequenceTest {
    private static final Instant MOMENT = Instant.parse("2026-03-03T01:00:00Z");
    private static final JdbcClient DATABASE =
            JdbcClient.create(new DriverManagerDataSource(Stand.postgres().freshDatabase("numbers")));

    private final SitePolicies policies = new SitePolicies(List.of(CaseClock.values()), Map.of(), List.of());
    private final CaseNumberSequence numbers = new CaseNumberSequence(DATABASE, () -> policies);

    @BeforeEach
    void anew() {
        DATABASE.sql("DROP SEQUENCE IF EXISTS case_number").update();
        DATABASE.sql("CREATE SEQUENCE case_number").update();
    }

    @Test
    void those_who_ask_at_once_get_a_number_each_and_none_is_left_out() throws Exception {
        assertThat(asked(500)).containsExactlyInAnyOrderElementsOf(expected(1, 500));
        assertThat(numbers.next("shanghai", MOMENT)).isEqualTo(number(501));
    }

    @Test
    void where_the_database_gives_none_all_who_wait_are_told_and_the_next_may_try_again() {
        DATABASE.sql("DROP SEQUENCE case_number").update();
        assertThatThrownBy(() -> asked(50)).hasCauseInstanceOf(DataAccessException.class);
        DATABASE.sql("CREATE SEQUENCE case_number").update();
        assertThat(numbers.next("shanghai", MOMENT)).isEqualTo(number(1));
    }

    private List<String> asked(int times) throws ExecutionException, InterruptedException {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                asked.add(callers.submit(() -> numbers.next("shanghai", MOMENT)));
            }
            List<String> given = new ArrayList<>();
            for (Future<String> each : asked) {
                given.add(each.get());
            }
            return given;
        }
    }

    private static List<String> expected(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(CaseNumberSequenceTest::number)
                .toList();
    }

    private static String number(long running) {
        return CaseNumber.of(MOMENT, ZoneId.of("Asia/Shanghai"), running).text();
    }
}
