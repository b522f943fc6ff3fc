package io.minutebook.followup.api;

import static io.minutebook.platform.security.Role.ADMIN;

import io.minutebook.followup.view.ledger.LedgerProjection;
import io.minutebook.platform.security.Allow;
import io.minutebook.projection.RebuildRequests;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Builds the ledger anew from the topics; it answers from the old tables until the new ones have caught up. */
@RestController
@RequestMapping("/api/followup/rebuild")
@Allow(ADMIN)
class RebuildCommandController {
    /** @param state idle, requested, running or done; {@code read} records of {@code total} */
    record Answer(String state, long read, long total) {}

    private final RebuildRequests rebuildRequests;

    RebuildCommandController(RebuildRequests rebuildRequests) {
        this.rebuildRequests = rebuildRequests;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer rebuild() {
        rebuildRequests.request(LedgerProjection.NAME);
        return progress();
    }

    @GetMapping
    Answer progress() {
        RebuildRequests.Progress progress = rebuildRequests.progress(LedgerProjection.NAME);
        String state = switch (progress.state()) {
            case NONE -> "idle";
            case REQUESTED -> "requested";
            case RUNNING -> "running";
            case DONE -> "done";
        };
        return new Answer(state, progress.read(), progress.total());
    }
}
