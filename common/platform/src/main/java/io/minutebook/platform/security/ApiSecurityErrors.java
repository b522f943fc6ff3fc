package io.minutebook.platform.security;

import io.minutebook.platform.problem.Problem;
import io.minutebook.platform.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Turns callers of the API away, in problem details: 401 to those who are not signed in; to the others 404 or 405 where nobody listed the
 * address or its method, else 403.
 */
final class ApiSecurityErrors implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private final AccessTableAuthorization table;
    private final ProblemWriter writer;

    ApiSecurityErrors(AccessTableAuthorization table, ProblemWriter writer) {
        this.table = table;
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        writer.write(response, Problem.unauthenticated());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        Set<HttpMethod> methods = table.methods(request);
        if (methods.isEmpty()) {
            writer.write(response, Problem.notFound());
        } else if (methods.contains(asked(request))) {
            writer.write(response, refused());
        } else {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
            writer.write(response, Problem.methodNotAllowed());
        }
    }

    private static ProblemDetail refused() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof OnBehalf
                ? Problem.onBehalfNotAllowed()
                : Problem.forbidden();
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        writer.write(response, Problem.badInput("address", "contains characters that are not allowed in an address"));
    }

    private static HttpMethod asked(HttpServletRequest request) {
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        return method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    }
}
