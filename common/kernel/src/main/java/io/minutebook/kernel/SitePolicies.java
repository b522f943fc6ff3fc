package io.minutebook.kernel;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sites, and what every clock is set to at each of them. The most specific rule wins; among equals the later one. */
public final class SitePolicies {
    /** A rule; a null site, channel or priority fits all. */
    public record ClockPolicyRule(
            @Nullable String site,
            @Nullable String channel,
            @Nullable String priority,
            ClockPolicy policy) {
        boolean fits(String clock, PolicyScope policyScope) {
            return policy.clock().equals(clock)
                    && fits(site, policyScope.site())
                    && fits(channel, policyScope.channel())
                    && fits(priority, policyScope.priority());
        }

        int weight() {
            return (site == null ? 0 : 4) + (channel == null ? 0 : 2) + (priority == null ? 0 : 1);
        }

        private static boolean fits(@Nullable String wanted, @Nullable String given) {
            return wanted == null || Objects.equals(wanted, given);
        }
    }

    private static final String DEFAULT_VERSION = "standard/1";
    private static final double WARN_SHARE = 0.8;
    private static final LocalTime COURTEOUS_HOUR = LocalTime.of(10, 0);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Map<String, Site> sites;
    private final List<ClockPolicyRule> rules;

    /** @param rules are added to the standard ones */
    public SitePolicies(Map<String, Site> sites, List<ClockPolicyRule> rules) {
        this.sites = Map.copyOf(sites);
        List<ClockPolicyRule> all = new ArrayList<>(standardRules());
        all.addAll(rules);
        all.sort(Comparator.comparingInt(ClockPolicyRule::weight));
        this.rules = List.copyOf(all.reversed());
    }

    /** The limits of the source documents, no site named; every site is in China. */
    public static SitePolicies standard() {
        return new SitePolicies(Map.of(), List.of());
    }

    /** A site nobody has described is in China. */
    public Site site(String id) {
        Site known = sites.get(id);
        return known != null ? known : new Site(id, CHINA, WorkingCalendar.china());
    }

    /** @throws IllegalArgumentException for a clock that no rule names */
    public ClockPolicy policy(String clock, PolicyScope policyScope) {
        return rules.stream()
                .filter(rule -> rule.fits(clock, policyScope))
                .map(ClockPolicyRule::policy)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no policy for clock " + clock));
    }

    /** Returns the names of all clocks that a rule limits. */
    public Set<String> clocks() {
        return rules.stream().map(rule -> rule.policy().clock()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<ClockPolicyRule> standardRules() {
        return List.of(
                within("answer", "CallReceived", Duration.ofSeconds(30)),
                within("hold", "CallHeld", Duration.ofMinutes(2)),
                within("preprocess", "CaseRegistered", Duration.ofMinutes(30)),
                within("dispatch", "PreprocessingConcluded", Duration.ofMinutes(10)),
                within("reply", "FaultDispatched", Duration.ofMinutes(30)),
                within("plan", "FaultDispatched", Duration.ofHours(24)),
                within("expert-contact", "EscalatedToL2", Duration.ofHours(24)),
                within("callback", "SolutionPlanned", Duration.ofMinutes(20)),
                within("clearance", "Resolved", Duration.ofMinutes(20)),
                rule("survey", "Resolved", new Limit.WorkingDays(1, 3, COURTEOUS_HOUR)));
    }

    private static ClockPolicyRule within(String clock, String startsOn, Duration time) {
        return rule(clock, startsOn, new Limit.Within(time, WARN_SHARE));
    }

    private static ClockPolicyRule rule(String clock, String startsOn, Limit limit) {
        return new ClockPolicyRule(null, null, null, new ClockPolicy(clock, startsOn, limit, DEFAULT_VERSION));
    }
}
