package io.minutebook.platform.messaging;

import io.minutebook.contract.CaseHeader;
import io.minutebook.kernel.CaseRef;

/** The case as published events name it. */
public final class CaseHeaders {
    private CaseHeaders() {}

    public static CaseHeader header(CaseRef ref) {
        return new CaseHeader(ref.caseId(), ref.caseNumber(), ref.site(), ref.cycle());
    }

    public static CaseRef ref(CaseHeader header) {
        return new CaseRef(header.caseId(), header.caseNumber(), header.site(), header.cycle());
    }
}
