package io.minutebook.followup.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends nothing: says in the log that a survey waits to be handed on, its link only at debug level, the customer never. */
final class LogSurveySender implements SurveySender {
    private static final Logger LOG = LoggerFactory.getLogger(LogSurveySender.class);

    @Override
    public Sent send(Letter letter) {
        LOG.info("survey of case {} is ready to be handed on", letter.caseNumber());
        LOG.debug("survey of case {}: {}", letter.caseNumber(), letter.link());
        return new Sent("log", letter.phone());
    }
}
