package io.minutebook.platform.sites;

import io.minutebook.contract.Catalogue;
import io.minutebook.contract.ClockNames;
import io.minutebook.kernel.ClockDefinition;
import io.minutebook.kernel.ClockPolicy;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.Site;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.kernel.WorkingCalendar;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sites and limits as an operator sets them; what is not set is as the standard has it.
 *
 * @param lookEvery how often due times are looked at, in real time
 */
@ConfigurationProperties("minutebook")
public record SiteSettings(
        @DefaultValue List<SiteSetting> sites,
        @DefaultValue List<PolicySetting> policies,
        @DefaultValue("50ms") Duration lookEvery) {
    /** @param calendar {@code china} or {@code weekdays} */
    public record SiteSetting(
            String id,
            @DefaultValue("Asia/Shanghai") ZoneId zone,
            @DefaultValue("china") String calendar) {}

    /**
     * A rule for one clock. Either {@code limit} and {@code warn}, wall clock time, or {@code opens}, {@code closes} and {@code from}, working days
     * not before an hour; what is not given is as the clock brings it along.
     *
     * @param version what the record of each clock names as its policy
     */
    public record PolicySetting(
            @Nullable String clock,
            @Nullable String version,
            @Nullable String site,
            @Nullable String channel,
            @Nullable String priority,
            @Nullable String startsOn,
            @Nullable Duration limit,
            @Nullable Double warn,
            @Nullable Integer opens,
            @Nullable Integer closes,
            @Nullable LocalTime from) {
        private static final LocalTime COURTEOUS = LocalTime.of(10, 0);

        private ClockPolicy policy(ClockDefinition own, Limit usual) {
            String name = required("version", version);
            if (startsOn != null && Catalogue.named(startsOn).isEmpty()) {
                throw refused("starts-on: there is no event " + startsOn);
            }
            return new ClockPolicy(own.id(), startsOn != null ? startsOn : own.startsOn(), limit(usual), name);
        }

        private Limit limit(Limit usual) {
            boolean days = opens != null || closes != null || from != null;
            if (days && (limit != null || warn != null)) {
                throw refused(
                        "limit and warn are of wall clock time, opens, closes and from of working days; give either");
            }
            if (days) {
                return workingDays(usual);
            }
            return limit == null && warn == null ? usual : within(usual);
        }

        private Limit within(Limit usual) {
            Limit.Within base = usual instanceof Limit.Within known ? known : null;
            Duration time = limit != null ? limit : base != null ? base.time() : null;
            if (time == null) {
                throw refused("warn is a share of a limit, which is missing");
            }
            if (!time.isPositive()) {
                throw refused("limit must be more than nothing");
            }
            if (warn == null) {
                return new Limit.Within(time);
            }
            if (!(warn > 0 && warn <= 1)) {
                throw refused("warn is a share of the limit: more than 0, at most 1");
            }
            return new Limit.Within(time, warn);
        }

        private Limit workingDays(Limit usual) {
            Limit.WorkingDays base = usual instanceof Limit.WorkingDays known ? known : null;
            Integer first = opens != null ? opens : base != null ? (Integer) base.opens() : null;
            Integer last = closes != null ? closes : base != null ? (Integer) base.closes() : null;
            if (first == null || last == null) {
                throw refused("working days need opens and closes");
            }
            if (first < 0 || last < first) {
                throw refused("opens must be 0 or more, and closes not before it");
            }
            LocalTime hour = from != null ? from : base != null ? base.from() : COURTEOUS;
            return new Limit.WorkingDays(first, last, hour);
        }

        private String required(String key, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw refused(key + " is missing");
            }
            return value;
        }

        private IllegalArgumentException refused(String why) {
            return new IllegalArgumentException(
                    "minutebook.policies" + (clock == null ? "" : ", clock " + clock) + ": " + why);
        }
    }

    /**
     * Returns what holds at the sites for the clocks of a service. The same settings may be given to all services, so those of another service's
     * clocks are left alone.
     *
     * @throws IllegalArgumentException for settings of a clock that nobody runs, or that has no limit to set, and for keys that make no sense
     */
    public SitePolicies book(Collection<? extends ClockDefinition> clocks) {
        Map<String, Site> known = new LinkedHashMap<>();
        sites.forEach(site -> known.put(site.id(), new Site(site.id(), site.zone(), calendar(site.calendar()))));
        List<SitePolicies.ClockPolicyRule> rules = new ArrayList<>();
        for (PolicySetting setting : policies) {
            String name = setting.required("clock", setting.clock());
            Optional<? extends ClockDefinition> own =
                    clocks.stream().filter(clock -> clock.id().equals(name)).findFirst();
            if (own.isEmpty()) {
                if (!ClockNames.ALL.contains(name)) {
                    throw setting.refused("there is no such clock");
                }
                continue;
            }
            Limit usual = own.get().limit();
            if (usual == null) {
                throw setting.refused("it has no limit to set");
            }
            rules.add(new SitePolicies.ClockPolicyRule(
                    setting.site(), setting.channel(), setting.priority(), setting.policy(own.get(), usual)));
        }
        return new SitePolicies(clocks, known, rules);
    }

    private static WorkingCalendar calendar(String name) {
        return switch (name) {
            case "china" -> WorkingCalendar.china();
            case "weekdays" -> WorkingCalendar.weekdays();
            default -> throw new IllegalArgumentException("minutebook.sites: no calendar " + name);
        };
    }
}
