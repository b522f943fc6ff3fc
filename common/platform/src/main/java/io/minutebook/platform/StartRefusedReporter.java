package io.minutebook.platform;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;

/** Reports in one line why a service cannot start, instead of a page about how start-up failed. */
final class StartRefusedReporter implements SpringBootExceptionReporter, Ordered {
    StartRefusedReporter() {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                LoggerFactory.getLogger(Service.class).error("{}", cause.getMessage());
                return true;
            }
        }
        return false;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
