package io.minutebook.bench.figure;

import io.minutebook.escalation.domain.cases.CaseCommand;
import io.minutebook.escalation.domain.cases.CaseRef;
import io.minutebook.escalation.domain.cases.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What the other services would tell of a case. */
final class Dispatches {
    private Dispatches() {}

    static CaseCommand.ReceiveDispatch dispatch(String caseId, int number) {
        var customer = new Report.Customer("Zhao Min", "+86 21 5555 " + (1000 + number), null, "zh-CN");
        var product = new Report.Product("UPS 3000", "SN-" + number);
        var report = new Report("phone", "FAULT", "P2", customer, product);
        return new CaseCommand.ReceiveDispatch(
                heardFrom(caseId), now(), ref(caseId, number), report, "metro line 4", "chen");
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
