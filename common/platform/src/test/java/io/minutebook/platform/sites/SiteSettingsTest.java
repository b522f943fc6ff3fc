package io.minutebook.platform.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.ClockPolicy;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.SitePolicies;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SiteSettingsTest {
    private record Definition(
            String id, String startsOn, @Nullable Limit limit) implements ClockDefinition {}

    private static final ClockDefinition REPLY =
            new Definition("reply", "FaultDispatched", new Limit.Within(Duration.ofMinutes(30)));
    private static final ClockDefinition PROMISE = new Definition("promise", "PromiseMade", null);

    @Test
    void what_an_operator_sets_replaces_the_limit_that_the_clock_brings_along() {
        assertThat(reply(book("reply", null)))
                .isEqualTo(new ClockPolicy("reply", "FaultDispatched", tenMinutes(), "v2"));
        assertThat(reply(book("reply", "DispatchAcknowledged")).startsOn()).isEqualTo("DispatchAcknowledged");
    }

    @Test
    void settings_of_another_services_clock_are_left_alone() {
        assertThat(reply(book("survey", null)).version()).isEqualTo("standard/1");
    }

    @Test
    void settings_of_a_clock_that_nobody_runs_or_that_has_no_limit_are_refused() {
        assertThatThrownBy(() -> book("lunch", "LunchServed")).hasMessageContaining("lunch");
        assertThatThrownBy(() -> book("promise", null)).hasMessageContaining("promise");
    }

    private static ClockPolicy reply(SitePolicies book) {
        return book.policy(REPLY, PolicyScope.of("shanghai"));
    }

    private static Limit tenMinutes() {
        return new Limit.Within(Duration.ofMinutes(10), 0.5);
    }

    private static SitePolicies book(String clock, @Nullable String startsOn) {
        var setting = new SiteSettings.PolicySetting(
                clock, "v2", null, null, null, startsOn, Duration.ofMinutes(10), 0.5, 1, 3, LocalTime.of(10, 0));
        return new SiteSettings(List.of(), List.of(setting), Duration.ofMillis(50)).book(List.of(REPLY, PROMISE));
    }
}
