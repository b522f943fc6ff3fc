package io.minutebook.followup.view.ledger;

import io.minutebook.contract.Topics;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.platform.projection.ProjectionConfiguration;
import io.minutebook.platform.security.SiteAccess;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the ledger together. */
@Configuration(proxyBeanMethods = false)
@Import(ProjectionConfiguration.class)
class LedgerConfiguration {
    @Bean
    LedgerTables ledgerTables(JdbcTemplate jdbc) {
        return new LedgerTables(jdbc);
    }

    @Bean
    LedgerProjection ledgerProjection(LedgerTables tables) {
        return new LedgerProjection(
                tables,
                Topics.INTAKE_CALLS,
                List.of(Topics.INTAKE_CASES, Topics.ESCALATION_CASES, Topics.FOLLOWUP_CASES));
    }

    @Bean
    Ledger ledger(JdbcTemplate jdbc, LedgerTables tables) {
        return new Ledger(jdbc, tables);
    }

    @Bean
    VisibleCases visibleCases(Ledger ledger, SiteAccess access, Supplier<SitePolicies> policies, InstantSource clock) {
        return new VisibleCases(ledger, access, policies, clock);
    }

    @Bean
    ImportedRows importedRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new ImportedRows(jdbc, transactions);
    }
}
