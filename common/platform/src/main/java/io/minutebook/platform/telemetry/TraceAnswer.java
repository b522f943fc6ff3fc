package io.minutebook.platform.telemetry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells every caller the trace their request became part of. */
final class TraceAnswer extends OncePerRequestFilter {
    private final TraceHeaders traces;

    TraceAnswer(TraceHeaders traces) {
        this.traces = traces;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        traces.inject(response::setHeader);
        chain.doFilter(request, response);
    }
}
