package io.minutebook.intake.api;

import io.minutebook.intake.domain.cases.CaseNumber;
import io.minutebook.kernel.SitePolicies;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each case a number of its own, from the database's sequence. */
@Component
class CaseNumberSequence {
    private final JdbcClient database;
    private final Supplier<SitePolicies> policies;

    CaseNumberSequence(JdbcClient database, Supplier<SitePolicies> policies) {
        this.database = database;
        this.policies = policies;
    }

    String next(String site, Instant at) {
        long running =
                database.sql("SELECT nextval('case_number')").query(Long.class).single();
        return CaseNumber.of(at, policies.get().site(site).zone(), running).text();
    }
}
