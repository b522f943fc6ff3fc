package io.minutebook.platform.telemetry;

import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries the trace of what is being done from one place to the next, in headers (W3C {@code traceparent}) of whatever kind. */
public final class TraceHeaders {
    /** The W3C header that names the trace and the step in it. */
    public static final String PARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    public TraceHeaders(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Writes the current trace into headers; writes nothing where there is none. */
    public void inject(BiConsumer<String, String> headers) {
        CurrentTraceContext current = tracer.currentTraceContext();
        @Nullable TraceContext context = current == null ? null : current.context();
        if (context != null) {
            propagator.inject(context, headers, (carrier, name, value) -> headers.accept(name, value));
        }
    }

    /** Returns the header of a trace that nobody records: of what a timer does of itself, so that its effects can be followed all the same. */
    public static String none() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "00-%016x%016x-%016x-00".formatted(random.nextLong() | 1, random.nextLong(), random.nextLong() | 1);
    }

    /** Does the work as part of the trace these headers carry, or of a new one; its failure is the trace's too. */
    @SuppressWarnings("try")
    public void runWith(Function<String, @Nullable String> headers, String name, Runnable work) {
        Span span = propagator
                .extract(headers, (carrier, header) -> carrier.apply(header))
                .name(name)
                .start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException failure) {
            span.error(failure);
            throw failure;
        } finally {
            span.end();
        }
    }
}
