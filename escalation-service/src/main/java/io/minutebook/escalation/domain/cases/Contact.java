package io.minutebook.escalation.domain.cases;

import org.jspecify.annotations.Nullable;

/**
 * What shows whether a customer was reached.
 *
 * @param reached whether they were
 * @param callId the call, if by phone
 * @param messageId the message, if in writing
 * @param visitId the visit, if in person
 * @param number the number that was called, where it is not the one on file
 */
public record Contact(
        boolean reached,
        @Nullable String callId,
        @Nullable String messageId,
        @Nullable String visitId,
        @Nullable String number) {}
