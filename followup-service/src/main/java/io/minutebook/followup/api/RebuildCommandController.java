package io.minutebook.followup.api;

import static io.minutebook.platform.security.Role.ADMIN;

import io.minutebook.followup.view.ledger.LedgerProjection;
import io.minutebook.platform.security.Allow;
import io.minutebook.projection.RebuildRequests;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Builds the ledger anew from the topics; readers are served from the old tables until the new ones have caught up. */
@RestController
@RequestMapping({"/api/followup/rebuild", "/followup/rebuild"})
@Allow(ADMIN)
class RebuildCommandController {
    private final RebuildRequests rebuildRequests;

    RebuildCommandController(RebuildRequests rebuildRequests) {
        this.rebuildRequests = rebuildRequests;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RebuildResponse rebuild() {
        rebuildRequests.request(LedgerProjection.NAME);
        return RebuildResponse.of(rebuildRequests.progress(LedgerProjection.NAME));
    }
}
