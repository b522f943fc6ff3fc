package io.minutebook.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ProblemDetail;

/** Shows a problem to a person who asked for a page. A service without pages has none; then every problem is reported in problem details. */
public interface ProblemView {
    /** Returns what a controller would return: a page about the problem, with the problem's status. */
    Object of(HttpServletRequest request, ProblemDetail problem);
}
