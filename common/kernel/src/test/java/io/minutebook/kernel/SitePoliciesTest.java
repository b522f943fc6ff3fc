package io.minutebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitePoliciesTest {
    private static final List<DeskClock> CLOCKS = List.of(DeskClock.values());
    private static final List<SitePolicies.ClockPolicyRule> EVERY_COMBINATION = List.of(
            rule("shanghai", null, null, "site"),
            rule(null, "CHAT", null, "channel"),
            rule(null, null, "URGENT", "priority"),
            rule("shanghai", "CHAT", null, "site+channel"),
            rule("shanghai", null, "URGENT", "site+priority"),
            rule(null, "CHAT", "URGENT", "channel+priority"),
            rule("shanghai", "CHAT", "URGENT", "all three"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "shanghai, CHAT,  URGENT, all three",
                "shanghai, CHAT,  NORMAL, site+channel",
                "shanghai, PHONE, URGENT, site+priority",
                "shanghai, PHONE, NORMAL, site",
                "beijing,  CHAT,  URGENT, channel+priority",
                "beijing,  CHAT,  NORMAL, channel",
                "beijing,  PHONE, URGENT, priority",
                "beijing,  PHONE, NORMAL, standard/1",
                "beijing,  -,     -,      standard/1",
                "shanghai, -,     -,      site"
            })
    void the_most_specific_rule_wins(String site, @Nullable String channel, @Nullable String priority, String version) {
        SitePolicies book = new SitePolicies(CLOCKS, Map.of(), EVERY_COMBINATION);
        assertThat(book.policy(DeskClock.REPLY, new PolicyScope(site, channel, priority))
                        .version())
                .isEqualTo(version);
    }

    @RepeatedTest(10)
    void the_order_in_which_rules_are_written_does_not_matter_between_unequal_ones() {
        List<SitePolicies.ClockPolicyRule> shuffled = new ArrayList<>(EVERY_COMBINATION);
        Collections.shuffle(shuffled);
        SitePolicies book = new SitePolicies(CLOCKS, Map.of(), shuffled);
        assertThat(book.policy(DeskClock.REPLY, new PolicyScope("shanghai", "CHAT", "URGENT"))
                        .version())
                .isEqualTo("all three");
        assertThat(book.policy(DeskClock.REPLY, new PolicyScope("shanghai", "CHAT", "LOW"))
                        .version())
                .isEqualTo("site+channel");
    }

    @Test
    void among_equal_rules_the_later_one_wins_and_a_rule_for_all_replaces_the_standard() {
        SitePolicies book = new SitePolicies(
                CLOCKS, Map.of(), List.of(rule(null, null, null, "first"), rule(null, null, null, "second")));
        assertThat(book.policy(DeskClock.REPLY, PolicyScope.of("beijing")).version())
                .isEqualTo("second");
        assertThat(book.policy(DeskClock.PLAN, PolicyScope.of("beijing")).version())
                .isEqualTo("standard/1");
    }

    @Test
    void a_site_nobody_described_is_in_china() {
        Site site = SitePolicies.standard(DeskClock.values()).site("somewhere");
        assertThat(site.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(site.calendar()).isSameAs(WorkingCalendar.china());
    }

    @Test
    void a_described_site_keeps_its_zone_and_calendar() {
        Site madrid = new Site("madrid", ZoneId.of("Europe/Madrid"), WorkingCalendar.weekdays());
        assertThat(new SitePolicies(CLOCKS, Map.of("madrid", madrid), List.of()).site("madrid"))
                .isEqualTo(madrid);
    }

    @Test
    void a_clock_without_a_policy_is_an_error_of_the_program() {
        assertThatThrownBy(() ->
                        SitePolicies.standard(DeskClock.values()).policy(DeskClock.LUNCH, PolicyScope.of("shanghai")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lunch");
    }

    private static SitePolicies.ClockPolicyRule rule(
            @Nullable String site, @Nullable String channel, @Nullable String priority, String version) {
        Limit limit = new Limit.Within(Duration.ofMinutes(5), 0.5);
        return new SitePolicies.ClockPolicyRule(
                site, channel, priority, new ClockPolicy("reply", "FaultDispatched", limit, version));
    }
}
