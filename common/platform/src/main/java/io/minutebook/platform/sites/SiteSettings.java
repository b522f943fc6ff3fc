package io.minutebook.platform.sites;

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

    /** Either {@code limit}, wall clock time, or {@code opens} and {@code closes}, in working days, not before the hour {@code from}. */
    public record PolicySetting(
            String clock,
            String version,
            @Nullable String site,
            @Nullable String channel,
            @Nullable String priority,
            @Nullable String startsOn,
            @Nullable Duration limit,
            @DefaultValue("0.8") double warn,
            @DefaultValue("1") int opens,
            @DefaultValue("3") int closes,
            @DefaultValue("10:00") LocalTime from) {}

    /**
     * Returns what holds at the sites for the clocks of a service. The same settings may be given to all services, so those of another service's
     * clocks are left alone.
     *
     * @throws IllegalArgumentException for settings of a clock that nobody runs, or that has no limit to set
     */
    public SitePolicies book(Collection<? extends ClockDefinition> clocks) {
        Map<String, Site> known = new LinkedHashMap<>();
        sites.forEach(site -> known.put(site.id(), new Site(site.id(), site.zone(), calendar(site.calendar()))));
        List<SitePolicies.ClockPolicyRule> rules = new ArrayList<>();
        for (PolicySetting setting : policies) {
            Optional<? extends ClockDefinition> own = clocks.stream()
                    .filter(clock -> clock.id().equals(setting.clock()))
                    .findFirst();
            if (own.isEmpty()
                    ? !ClockNames.ALL.contains(setting.clock())
                    : own.get().limit() == null) {
                throw new IllegalArgumentException("minutebook.policies: no limit to set for clock " + setting.clock());
            }
            if (own.isEmpty()) {
                continue;
            }
            String startsOn =
                    setting.startsOn() != null ? setting.startsOn() : own.get().startsOn();
            Limit limit = setting.limit() != null
                    ? new Limit.Within(setting.limit(), setting.warn())
                    : new Limit.WorkingDays(setting.opens(), setting.closes(), setting.from());
            rules.add(new SitePolicies.ClockPolicyRule(
                    setting.site(),
                    setting.channel(),
                    setting.priority(),
                    new ClockPolicy(setting.clock(), startsOn, limit, setting.version())));
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
