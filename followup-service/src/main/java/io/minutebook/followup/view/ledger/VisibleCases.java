package io.minutebook.followup.view.ledger;

import io.minutebook.followup.record.ClearanceRecord;
import io.minutebook.followup.record.SiteTime;
import io.minutebook.followup.record.Timeline;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.platform.security.SiteAccess;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Hands out what the ledger knows to those who may see it. */
public final class VisibleCases {
    /** @param total of all pages */
    public record Page(List<CaseRow> cases, int page, int size, long total) {}

    /** How the caller's sites stand at a moment. {@code soon}: a limit falls within the next ten minutes. */
    public record CaseCounts(long open, long late, long soon, long clearedToday) {}

    private static final String NO_SITE = "";

    private final Ledger ledger;
    private final SiteAccess access;
    private final Supplier<SitePolicies> policies;
    private final InstantSource clock;

    VisibleCases(Ledger ledger, SiteAccess access, Supplier<SitePolicies> policies, InstantSource clock) {
        this.ledger = ledger;
        this.access = access;
        this.policies = policies;
        this.clock = clock;
    }

    /** The case, if there is one and the caller may see its site; a case of no site is for those who hold their role everywhere. */
    public CaseRow find(UUID caseId) {
        CaseRow found = ledger.find(caseId.toString())
                .orElseThrow(() -> new Rejected("case-not-found", "No case has this id."));
        if (found.site() != null) {
            access.require(found.site());
        } else if (access.sites().isPresent()) {
            throw new AccessDeniedException("a case of no site");
        }
        return found;
    }

    public Timeline timeline(CaseRow found) {
        return ledger.timeline(found.caseId());
    }

    public ClearanceRecord record(CaseRow found) {
        return ClearanceRecord.of(found.caseId(), timeline(found))
                .orElseThrow(() -> new Rejected("case-not-found", "No case has this id."));
    }

    public Page list(CaseQuery query) {
        return ledger.list(query.search(access.sites(), zone(query.site())));
    }

    public CaseCounts standing(@Nullable String site) {
        ZoneId zone = zone(site);
        return ledger.standing(
                access.sites(),
                clock.instant(),
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
    }

    /** Returns how many entries each of these cases has by now; a caller names only cases that {@link #find} gave out. */
    public Map<String, Integer> entries(Collection<String> caseIds) {
        return ledger.entries(caseIds);
    }

    public ZoneId zone(@Nullable String site) {
        return policies.get().site(site == null ? NO_SITE : site).zone();
    }

    public SiteTime wall(CaseRow found) {
        return new SiteTime(zone(found.site()));
    }
}
