package io.minutebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledIT {
    private static final int BEFORE_THE_KILL = 40;
    private static final int WRITERS = 4;

    @TempDir
    Path data;

    @Test
    void nothing_acknowledged_is_lost_when_the_whole_process_is_killed_under_load() throws Exception {
        int port = Demo.freePort();
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        String cleared;
        try (var child = Child.ready(port, data)) {
            cleared = Demo.walk(port).fromCallToClearance();
            killUnderLoad(child, Demo.walk(port), acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
        try (var again = Child.ready(port, data)) {
            assertThat(again.process().isAlive()).isTrue();
            var walk = Demo.walk(port);
            for (var caseId : acknowledged) {
                assertThat(walk.get("intake", "cases/" + caseId).toString()).contains(caseId);
            }
            for (var caseId : acknowledged) {
                assertThat(walk.timelineWith(caseId, "CaseRegistered")).contains("CaseRegistered");
            }
            assertThat(walk.timelineWith(cleared, "FaultCleared")).containsSubsequence(Walk.LIFE);
            assertThat(walk.timelineWith(walk.fromCallToClearance(), "FaultCleared"))
                    .containsSubsequence(Walk.LIFE);
        }
    }

    private static void killUnderLoad(Child child, Walk walk, Queue<String> acknowledged) throws Exception {
        var enough = new CountDownLatch(BEFORE_THE_KILL);
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.submit(() -> {
                    while (child.process().isAlive()) {
                        acknowledged.add(walk.register());
                        enough.countDown();
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            child.kill();
        }
    }
}
