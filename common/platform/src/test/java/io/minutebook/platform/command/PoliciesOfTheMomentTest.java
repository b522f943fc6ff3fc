package io.minutebook.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.kernel.ClockPolicy;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.platform.security.Callers;
import io.minutebook.testing.Stand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Policies may change while a service runs. */
class PoliciesOfTheMomentTest {
    private static final AtomicReference<SitePolicies> POLICIES = new AtomicReference<>(policies("an-hour/1", "PT1H"));

    @Test
    void policies_that_change_act_on_the_next_decision_and_not_on_a_clock_that_runs() {
        try (ConfigurableApplicationContext service =
                TrialService.start(Stand.postgres().freshDatabase("policies"), List.of(ChangingPolicies.class))) {
            String before = opened(service);
            POLICIES.set(policies("at-once/2", "PT0.001S"));
            String after = opened(service);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> clock(service, after).status() == Clocks.Status.BREACHED);
            assertThat(limit(clock(service, after))).isEqualTo(Duration.ofMillis(1));
            service.getBean(Commands.class).onTimer(new Parcel.Command.ClockDue(before, "reply", 1));
            assertThat(clock(service, before).status()).isEqualTo(Clocks.Status.RUNNING);
            assertThat(limit(clock(service, before))).isEqualTo(Duration.ofHours(1));
        }
    }

    private static String opened(ConfigurableApplicationContext service) {
        String id = service.getBean(Ids.class).next().toString();
        Callers.asAgent(() -> service.getBean(Commands.class).send(new Parcel.Command.Open(id, "s")));
        return id;
    }

    private static Clocks.ClockRound clock(ConfigurableApplicationContext service, String parcel) {
        return service.getBean(AggregateStates.class)
                .state(Parcel.SUBJECT, parcel)
                .clocks()
                .latest("reply")
                .orElseThrow();
    }

    private static Duration limit(Clocks.ClockRound clock) {
        return Duration.between(clock.startedAt(), clock.dueAt());
    }

    private static SitePolicies policies(String version, String limit) {
        ClockPolicy policy = new ClockPolicy(
                Parcel.REPLY.id(), Parcel.REPLY.startsOn(), new Limit.Within(Duration.parse(limit)), version);
        return new SitePolicies(
                List.of(Parcel.REPLY), Map.of(), List.of(new SitePolicies.ClockPolicyRule(null, null, null, policy)));
    }

    @Configuration(proxyBeanMethods = false)
    static class ChangingPolicies {
        @Bean
        @Primary
        Supplier<SitePolicies> changingPolicies() {
            return POLICIES::get;
        }
    }
}
