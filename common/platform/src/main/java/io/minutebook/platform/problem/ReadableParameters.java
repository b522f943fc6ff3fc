package io.minutebook.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the parameters of an address or a form before anybody else does, and refuses those the container cannot read: broken encoding, too many, too
 * long. Later on the same failure would look like one of ours.
 */
final class ReadableParameters extends OncePerRequestFilter {
    private final ProblemWriter writer;

    ReadableParameters(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            writer.write(response, problem(unreadable.getErrorCode()));
            return;
        }
        chain.doFilter(request, response);
    }

    private static ProblemDetail problem(int status) {
        return status == HttpStatus.CONTENT_TOO_LARGE.value()
                ? Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", "The form is too large.")
                : Problem.badInput("request", "has parameters that cannot be read, or too many");
    }
}
