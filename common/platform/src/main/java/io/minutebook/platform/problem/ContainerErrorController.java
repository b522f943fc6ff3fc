package io.minutebook.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container brings failures that no controller saw. */
@Controller
final class ContainerErrorController implements ErrorController {
    private final ProblemResponses problemResponses;

    ContainerErrorController(ProblemResponses problemResponses) {
        this.problemResponses = problemResponses;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        HttpHeaders headers = new HttpHeaders();
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, "2");
        }
        return problemResponses.answer(
                request, response, problem(status == null ? HttpStatus.NOT_FOUND : status), headers);
    }

    private static ProblemDetail problem(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> Problem.unauthenticated();
            case FORBIDDEN -> Problem.forbidden();
            case NOT_FOUND -> Problem.notFound();
            case METHOD_NOT_ALLOWED -> Problem.methodNotAllowed();
            case SERVICE_UNAVAILABLE -> Problem.unavailable();
            case BAD_REQUEST -> Problem.badInput("request", "is not of the right form");
            default ->
                Problem.of(
                        status,
                        status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
                        status.getReasonPhrase(),
                        "See the status of this answer.");
        };
    }
}
