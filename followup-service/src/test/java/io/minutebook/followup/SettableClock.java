package io.minutebook.followup;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The real time, except for a request that names a moment in its header {@link #HEADER}: while it is answered, it is that moment. */
final class SettableClock extends Clock implements Filter {
    static final String HEADER = "X-Test-Now";

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    private final ThreadLocal<@Nullable Instant> said = new ThreadLocal<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String moment = ((HttpServletRequest) request).getHeader(HEADER);
        try {
            said.set(moment == null ? null : Instant.parse(moment));
            chain.doFilter(request, response);
        } finally {
            said.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant moment = said.get();
        return moment == null ? real.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the services go by UTC");
    }
}
