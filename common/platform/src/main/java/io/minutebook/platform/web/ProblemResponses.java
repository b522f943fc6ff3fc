package io.minutebook.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Gives a problem the form its reader wants: a page where a browser asked for a page, problem details everywhere else. */
final class ProblemResponses {
    private final PageShellInterceptor pageShellInterceptor;

    ProblemResponses(PageShellInterceptor pageShellInterceptor) {
        this.pageShellInterceptor = pageShellInterceptor;
    }

    Object answer(HttpServletRequest request, ProblemDetail problem, HttpHeaders headers) {
        if (wantsPage(request)) {
            ModelAndView page = new ModelAndView("platform/error");
            page.setStatus(HttpStatusCode.valueOf(problem.getStatus()));
            page.addObject("problem", problem);
            page.addObject("key", key(problem.getStatus()));
            page.addObject("shell", pageShellInterceptor.around(request));
            return page;
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
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Which of the worded problems this one is told as. */
    private static int key(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 409, 503 -> status;
            default -> status >= 500 ? 500 : 400;
        };
    }
}
