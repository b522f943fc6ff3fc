package io.minutebook.bench.figure;

import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.HandOver;
import io.minutebook.kernel.CaseRef;
import io.minutebook.kernel.PolicyScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What the other services would tell of a case. */
final class Dispatches {
    private Dispatches() {}

    static CaseCommand.ReceiveDispatch dispatch(String caseId, int number) {
        return new CaseCommand.ReceiveDispatch(
                heardFrom(caseId),
                now(),
                ref(caseId, number),
                new PolicyScope("shanghai", "phone", "P2"),
                HandOver.FIRST,
                "metro line 4",
                "chen");
    }

    static CaseCommand.NoteClearance clearance(String caseId, int number) {
        return new CaseCommand.NoteClearance(heardFrom(caseId), now(), ref(caseId, number));
    }

    static UUID heardFrom(String caseId) {
        return UUID.nameUUIDFromBytes(caseId.getBytes(StandardCharsets.UTF_8));
    }

    private static CaseRef ref(String caseId, int number) {
        return new CaseRef(caseId, "B-" + (100_000 + number), "shanghai", 1);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
