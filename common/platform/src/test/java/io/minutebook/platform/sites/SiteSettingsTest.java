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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class SiteSettingsTest {
    private record Definition(
            String id, String startsOn, @Nullable Limit limit) implements ClockDefinition {}

    private static final ClockDefinition REPLY =
            new Definition("reply", "FaultDispatched", new Limit.Within(Duration.ofMinutes(30)));
    private static final ClockDefinition PROMISE = new Definition("promise", "PromiseMade", null);

    private static final ClockDefinition CLEARANCE =
            new Definition("clearance", "Resolved", new Limit.Within(Duration.ofMinutes(20)));
    private static final ClockDefinition SURVEY =
            new Definition("survey", "Resolved", new Limit.WorkingDays(1, 3, LocalTime.of(10, 0)));

    @Test
    void what_an_operator_sets_replaces_the_limit_that_the_clock_brings_along() {
        assertThat(policy(REPLY, Map.of("limit", "10m", "warn", "0.5")))
                .isEqualTo(new ClockPolicy(
                        "reply", "FaultDispatched", new Limit.Within(Duration.ofMinutes(10), 0.5), "v2"));
        assertThat(policy(REPLY, Map.of("limit", "10m")).limit()).isEqualTo(new Limit.Within(Duration.ofMinutes(10)));
        assertThat(policy(REPLY, Map.of("opens", "0", "closes", "2")).limit())
                .isEqualTo(new Limit.WorkingDays(0, 2, LocalTime.of(10, 0)));
    }

    @Test
    void a_rule_that_says_nothing_of_the_limit_keeps_the_clocks_own() {
        assertThat(policy(CLEARANCE, Map.of("starts-on", "SolutionPlanned")))
                .isEqualTo(new ClockPolicy(
                        "clearance", "SolutionPlanned", new Limit.Within(Duration.ofMinutes(20)), "v2"));
        assertThat(policy(SURVEY, Map.of()).limit()).isEqualTo(SURVEY.limit());
        assertThat(policy(REPLY, Map.of("warn", "0.5")).limit())
                .isEqualTo(new Limit.Within(Duration.ofMinutes(30), 0.5));
        assertThat(policy(SURVEY, Map.of("closes", "5")).limit())
                .isEqualTo(new Limit.WorkingDays(1, 5, LocalTime.of(10, 0)));
    }

    @Test
    void settings_of_another_services_clock_are_left_alone() {
        assertThat(book("callback", Map.of("version", "v2"))
                        .policy(REPLY, PolicyScope.of("shanghai"))
                        .version())
                .isEqualTo("standard/1");
    }

    @Test
    void settings_of_a_clock_that_nobody_runs_or_that_has_no_limit_are_refused() {
        assertThatThrownBy(() -> book("lunch", Map.of("version", "v2")))
                .hasMessage("minutebook.policies, clock lunch: there is no such clock");
        assertThatThrownBy(() -> policy(PROMISE, Map.of("limit", "10m")))
                .hasMessage("minutebook.policies, clock promise: it has no limit to set");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reply  | limit=10m,closes=3  | limit and warn are of wall clock time, opens, closes and from of working days; give either
            survey | warn=0.5            | warn is a share of a limit, which is missing
            reply  | limit=0s            | limit must be more than nothing
            reply  | warn=1.5            | warn is a share of the limit: more than 0, at most 1
            reply  | closes=3            | working days need opens and closes
            survey | opens=4             | opens must be 0 or more, and closes not before it
            reply  | starts-on=Lunch     | starts-on: there is no event Lunch
            reply  | version=            | version is missing
            """)
    void keys_that_make_no_sense_are_refused_in_one_line(String clock, String keys, String why) {
        Map<String, String> given = new HashMap<>(Map.of("version", "v2"));
        for (String key : keys.split(",")) {
            given.put(key.substring(0, key.indexOf('=')), key.substring(key.indexOf('=') + 1));
        }
        assertThatThrownBy(() -> book(clock, given)).hasMessage("minutebook.policies, clock " + clock + ": " + why);
    }

    @Test
    void a_rule_without_a_clock_is_refused() {
        var nameless = bound(Map.of("minutebook.policies[0].limit", "10m"));
        assertThatThrownBy(() -> nameless.book(List.of(REPLY))).hasMessage("minutebook.policies: clock is missing");
    }

    private static ClockPolicy policy(ClockDefinition clock, Map<String, String> keys) {
        Map<String, String> given = new HashMap<>(keys);
        given.put("version", "v2");
        return book(clock.id(), given).policy(clock, PolicyScope.of("shanghai"));
    }

    private static SitePolicies book(String clock, Map<String, String> keys) {
        Map<String, String> given = new HashMap<>(Map.of("minutebook.policies[0].clock", clock));
        keys.forEach((key, value) -> given.put("minutebook.policies[0]." + key, value));
        return bound(given).book(List.of(REPLY, PROMISE, CLEARANCE, SURVEY));
    }

    private static SiteSettings bound(Map<String, String> settings) {
        return new Binder(
                        List.of(new MapConfigurationPropertySource(settings)), null, new ApplicationConversionService())
                .bind("minutebook", SiteSettings.class)
                .get();
    }
}
