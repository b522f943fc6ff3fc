package io.minutebook.followup.view.ledger;

import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.platform.security.SiteAccess;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Hands out what the ledger knows to those who may see it. */
final class VisibleCases {
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
    CaseRow find(UUID caseId) {
        CaseRow found = ledger.find(caseId.toString())
                .orElseThrow(() -> new Rejected("case-not-found", "No case has this id."));
        if (found.site() != null) {
            access.require(found.site());
        } else if (access.sites().isPresent()) {
            throw new AccessDeniedException("a case of no site");
        }
        return found;
    }

    Timeline timeline(CaseRow found) {
        return ledger.timeline(found.caseId());
    }

    ClearanceRecord record(CaseRow found) {
        return ClearanceRecord.of(found.caseId(), timeline(found))
                .orElseThrow(() -> new Rejected("case-not-found", "No case has this id."));
    }

    Ledger.Page list(CaseQuery query) {
        return ledger.list(query.search(access.sites(), zone(query.site())));
    }

    Ledger.CaseCounts standing(@Nullable String site) {
        ZoneId zone = zone(site);
        return ledger.standing(
                access.sites(),
                clock.instant(),
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
    }

    ZoneId zone(@Nullable String site) {
        return policies.get().site(site == null ? NO_SITE : site).zone();
    }

    SiteTime wall(CaseRow found) {
        return new SiteTime(zone(found.site()));
    }
}
