package io.minutebook.platform.sites;

import io.minutebook.kernel.ClockPolicy;
import io.minutebook.kernel.Limit;
import io.minutebook.kernel.PolicyScope;
import io.minutebook.kernel.Site;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.kernel.WorkingCalendar;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    public SitePolicies book() {
        Map<String, Site> known = new LinkedHashMap<>();
        sites.forEach(site -> known.put(site.id(), new Site(site.id(), site.zone(), calendar(site.calendar()))));
        SitePolicies standard = SitePolicies.standard();
        List<SitePolicies.ClockPolicyRule> rules = new ArrayList<>();
        for (PolicySetting setting : policies) {
            String startsOn = setting.startsOn() != null
                    ? setting.startsOn()
                    : standard.policy(setting.clock(), PolicyScope.of("")).startsOn();
            Limit limit = setting.limit() != null
                    ? new Limit.Within(setting.limit(), setting.warn())
                    : new Limit.WorkingDays(setting.opens(), setting.closes(), setting.from());
            rules.add(new SitePolicies.ClockPolicyRule(
                    setting.site(),
                    setting.channel(),
                    setting.priority(),
                    new ClockPolicy(setting.clock(), startsOn, limit, setting.version())));
        }
        return new SitePolicies(known, rules);
    }

    private static WorkingCalendar calendar(String name) {
        return switch (name) {
            case "china" -> WorkingCalendar.china();
            case "weekdays" -> WorkingCalendar.weekdays();
            default -> throw new IllegalArgumentException("minutebook.sites: no calendar " + name);
        };
    }
}
