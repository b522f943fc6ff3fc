package io.minutebook.followup.api;

import io.minutebook.projection.RebuildRequests;

/** @param state idle, requested, running or done; {@code read} records of {@code total} */
record RebuildResponse(String state, long read, long total) {
    static RebuildResponse of(RebuildRequests.Progress progress) {
        String state = switch (progress.state()) {
            case NONE -> "idle";
            case REQUESTED -> "requested";
            case RUNNING -> "running";
            case DONE -> "done";
        };
        return new RebuildResponse(state, progress.read(), progress.total());
    }
}
