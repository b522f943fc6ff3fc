package io.minutebook.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Gives a problem the form its reader wants: a page where a browser asked for a page or sent a form, problem details everywhere else.
 */
final class ProblemResponses {
    private final @Nullable ProblemView view;

    /** @param view null in a service without pages */
    ProblemResponses(@Nullable ProblemView view) {
        this.view = view;
    }

    Object answer(
            HttpServletRequest request, HttpServletResponse response, ProblemDetail problem, HttpHeaders headers) {
        if (view != null && wantsPage(request)) {
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return view.of(request, problem);
        }
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = original instanceof String uri ? uri : request.getRequestURI();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith("/api/")
                && !path.startsWith("/actuator")
                && (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) || sentByForm(request));
    }

    /** A form is sent by a page, whatever its script says it accepts. */
    private static boolean sentByForm(HttpServletRequest request) {
        String type = request.getContentType();
        return HttpMethod.POST.matches(request.getMethod())
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
