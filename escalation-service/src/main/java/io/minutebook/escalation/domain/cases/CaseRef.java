package io.minutebook.escalation.domain.cases;

/**
 * Which case, and which way through it.
 *
 * @param caseNumber the number people read out over the phone
 * @param cycle 1, and one more for each time the customer denied the restoration
 */
public record CaseRef(String caseId, String caseNumber, String site, int cycle) {
    CaseRef inCycle(int next) {
        return new CaseRef(caseId, caseNumber, site, next);
    }
}
