package io.minutebook.platform.telemetry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the id of the trace that a request became part of into its response. */
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
