package io.minutebook.kernel;

/**
 * Which case, and which way through it.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param cycle 1, and one more each time the customer denied that service is restored
 */
public record CaseRef(String caseId, String caseNumber, String site, int cycle) {
    /** Returns the same case on another way through it. */
    public CaseRef inCycle(int next) {
        return new CaseRef(caseId, caseNumber, site, next);
    }
}
