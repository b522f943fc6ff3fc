package io.minutebook.platform.telemetry;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Trace headers for requests and messages. */
@AutoConfiguration
public class TelemetryConfiguration {
    /** Right behind the filter that begins a request's trace. */
    private static final int AFTER_THE_TRACE_BEGINS = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    TraceHeaders traceHeaders(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceHeaders(
                tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    FilterRegistrationBean<TraceAnswer> traceAnswer(TraceHeaders traces) {
        FilterRegistrationBean<TraceAnswer> filter = new FilterRegistrationBean<>(new TraceAnswer(traces));
        filter.setOrder(AFTER_THE_TRACE_BEGINS);
        return filter;
    }
}
