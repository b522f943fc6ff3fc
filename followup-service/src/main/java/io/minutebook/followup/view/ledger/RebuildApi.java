package io.minutebook.followup.view.ledger;

import io.minutebook.platform.topics.Rebuilds;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Builds the ledger anew from the topics; it answers from the old tables until the new ones have caught up. */
@RestController
@RequestMapping("/api/followup/rebuild")
class RebuildApi {
    /** @param state idle, requested, running or done; {@code read} records of {@code total} */
    record Answer(String state, long read, long total) {}

    private final Rebuilds rebuilds;

    RebuildApi(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer rebuild() {
        rebuilds.request(LedgerView.NAME);
        return progress();
    }

    @GetMapping
    Answer progress() {
        Rebuilds.Progress progress = rebuilds.progress(LedgerView.NAME);
        String state = switch (progress.state()) {
            case NONE -> "idle";
            case REQUESTED -> "requested";
            case RUNNING -> "running";
            case DONE -> "done";
        };
        return new Answer(state, progress.read(), progress.total());
    }
}
