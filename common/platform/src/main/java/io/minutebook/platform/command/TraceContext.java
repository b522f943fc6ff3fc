package io.minutebook.platform.command;

import org.jspecify.annotations.Nullable;

/** The W3C trace context ({@code traceparent}) of the work in hand; null outside of any. */
public interface TraceContext {
    @Nullable
    String current();
}
