package io.minutebook.platform;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;

/** Says in one line what is not configured, instead of a page about how start-up failed. */
final class MissingSettingsReporter implements SpringBootExceptionReporter, Ordered {
    MissingSettingsReporter() {}

    @Override
    public boolean reportException(Throwable failure) {
        if (failure instanceof MissingSettings) {
            LoggerFactory.getLogger(Service.class).error("{}", failure.getMessage());
            return true;
        }
        return false;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
