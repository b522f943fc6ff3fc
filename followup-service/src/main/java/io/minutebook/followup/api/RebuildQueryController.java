package io.minutebook.followup.api;

import static io.minutebook.platform.security.Role.ADMIN;

import io.minutebook.followup.view.ledger.LedgerProjection;
import io.minutebook.platform.security.Allow;
import io.minutebook.projection.RebuildRequests;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a rebuild of the ledger is. */
@RestController
@Allow(ADMIN)
class RebuildQueryController {
    private final RebuildRequests rebuildRequests;

    RebuildQueryController(RebuildRequests rebuildRequests) {
        this.rebuildRequests = rebuildRequests;
    }

    @GetMapping("/api/followup/rebuild")
    RebuildResponse progress() {
        return RebuildResponse.of(rebuildRequests.progress(LedgerProjection.NAME));
    }
}
