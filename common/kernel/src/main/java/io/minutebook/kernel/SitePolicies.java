package io.minutebook.kernel;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Map<String, Site> sites;
    private final List<ClockPolicyRule> rules;

    /**
     * @param clocks whose own limits hold where no rule fits
     * @param rules the limits that sites set instead
     */
    public SitePolicies(
            Collection<? extends ClockDefinition> clocks, Map<String, Site> sites, List<ClockPolicyRule> rules) {
        this.sites = Map.copyOf(sites);
        List<ClockPolicyRule> all = new ArrayList<>();
        for (ClockDefinition clock : clocks) {
            Limit limit = clock.limit();
            if (limit != null) {
                all.add(new ClockPolicyRule(
                        null, null, null, new ClockPolicy(clock.id(), clock.startsOn(), limit, DEFAULT_VERSION)));
            }
        }
        all.addAll(rules);
        all.sort(Comparator.comparingInt(ClockPolicyRule::weight));
        this.rules = List.copyOf(all.reversed());
    }

    /** Returns the limits that the clocks bring along, no site named; every site is in China. */
    public static SitePolicies standard(ClockDefinition... clocks) {
        return new SitePolicies(List.of(clocks), Map.of(), List.of());
    }

    /** The sites that somebody has described. */
    public Collection<Site> sites() {
        return sites.values();
    }

    /** A site nobody has described is in China. */
    public Site site(String id) {
        Site known = sites.get(id);
        return known != null ? known : new Site(id, CHINA, WorkingCalendar.china());
    }

    /** @throws IllegalArgumentException for a clock that is not one of those given and that no rule names */
    public ClockPolicy policy(ClockDefinition clock, PolicyScope policyScope) {
        return rules.stream()
                .filter(rule -> rule.fits(clock.id(), policyScope))
                .map(ClockPolicyRule::policy)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no policy for clock " + clock.id()));
    }
}
