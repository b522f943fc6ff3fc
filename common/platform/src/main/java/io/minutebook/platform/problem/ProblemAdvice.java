package io.minutebook.platform.problem;

import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.input.BodyTooLarge;
import io.minutebook.platform.input.FaultMessages;
import io.minutebook.platform.input.FieldFault;
import io.minutebook.platform.input.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns every failure of a request into an answer: problem details for the API, a page for people. Nothing of our inside gets out. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private final ProblemResponses problemResponses;

    ProblemAdvice(ProblemResponses problemResponses) {
        this.problemResponses = problemResponses;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    Object refuse(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        if (response.isCommitted() || gone(failure)) {
            return null;
        }
        HttpHeaders headers = new HttpHeaders();
        return problemResponses.answer(request, response, problem(failure, headers), headers);
    }

    private static ProblemDetail problem(Exception failure, HttpHeaders headers) {
        return switch (failure) {
            case InvalidRequest bad -> Problem.badInput(bad.faults());
            case BodyTooLarge large -> Problem.tooLarge(large.limit());
            case Rejected rejected -> rejected(rejected, headers);
            case OnBehalfNotAllowed denied -> Problem.onBehalfNotAllowed();
            case AccessDeniedException denied -> Problem.forbidden();
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case HandlerMethodValidationException invalid -> invalid(invalid);
            case ConstraintViolationException invalid ->
                Problem.badInput(invalid.getConstraintViolations().stream()
                        .map(violation -> new FieldFault(
                                last(FaultMessages.plain(violation.getPropertyPath())), violation.getMessage()))
                        .toList());
            case BindingResult invalid -> Problem.badInput(fields(invalid));
            case MissingRequestHeaderException missing -> Problem.badInput(missing.getHeaderName(), "is required");
            case MissingServletRequestParameterException missing ->
                Problem.badInput(missing.getParameterName(), "is required");
            case MissingRequestValueException missing -> Problem.badInput("request", "lacks a part");
            case HttpMessageNotReadableException unread -> Problem.badInput("body", "is required and must be readable");
            case DataAccessResourceFailureException down -> unavailable(down, headers);
            case TransientDataAccessException down -> unavailable(down, headers);
            case CannotCreateTransactionException down -> unavailable(down, headers);
            case LogUnavailable down -> unavailable(down, headers);
            case ErrorResponse known -> known(known, headers);
            default -> unexpected(failure);
        };
    }

    private static ProblemDetail rejected(Rejected rejected, HttpHeaders headers) {
        if (rejected.code().endsWith("-not-found")) {
            return Problem.of(HttpStatus.NOT_FOUND, rejected.code(), "Not found", rejected.reason());
        }
        if (rejected.code().endsWith("-expired")) {
            return Problem.of(HttpStatus.GONE, rejected.code(), "Gone", rejected.reason());
        }
        if (rejected.temporary()) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return Problem.of(HttpStatus.CONFLICT, rejected.code(), "Refused", rejected.reason());
    }

    /** An id that cannot be one names nothing: 404. A parameter of the wrong form is bad input. */
    private static ProblemDetail mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Problem.notFound()
                : Problem.badInput(mismatch.getName(), "is not of the right form");
    }

    private static ProblemDetail invalid(HandlerMethodValidationException invalid) {
        List<FieldFault> faults = new ArrayList<>();
        boolean path = false;
        for (var result : invalid.getParameterValidationResults()) {
            path |= result.getMethodParameter().hasParameterAnnotation(PathVariable.class);
            String name = String.valueOf(result.getMethodParameter().getParameterName());
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                String field = error instanceof FieldError wrong ? wrong.getField() : name;
                faults.add(new FieldFault(field, String.valueOf(error.getDefaultMessage())));
            }
        }
        return path ? Problem.notFound() : Problem.badInput(faults);
    }

    private static List<FieldFault> fields(BindingResult invalid) {
        return invalid.getFieldErrors().stream()
                .map(error -> new FieldFault(
                        error.getField(),
                        error.isBindingFailure()
                                ? "is not of the right form"
                                : String.valueOf(error.getDefaultMessage())))
                .toList();
    }

    private static ProblemDetail known(ErrorResponse known, HttpHeaders headers) {
        headers.putAll(known.getHeaders());
        Map<String, Object> own = known.getBody().getProperties();
        if (own != null && own.containsKey("code")) {
            return known.getBody();
        }
        HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
        return switch (status) {
            case NOT_FOUND -> Problem.notFound();
            case METHOD_NOT_ALLOWED -> Problem.methodNotAllowed();
            case SERVICE_UNAVAILABLE -> Problem.unavailable();
            case BAD_REQUEST -> Problem.badInput("request", "is not of the right form");
            default ->
                status.is4xxClientError()
                        ? Problem.of(status, code(status), status.getReasonPhrase(), "See the status of this answer.")
                        : Problem.of(status, code(status), status.getReasonPhrase(), "The service cannot do this.");
        };
    }

    private static String code(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static ProblemDetail unavailable(Exception down, HttpHeaders headers) {
        LOG.warn("a request could not be served: {}", down.toString());
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return Problem.unavailable();
    }

    private static ProblemDetail unexpected(Exception failure) {
        String id = UUID.randomUUID().toString();
        LOG.error("unexpected failure {}", id, failure);
        return Problem.unexpected(id);
    }

    /** The caller hung up; there is nobody left to answer. */
    private static boolean gone(Exception failure) {
        return failure instanceof AsyncRequestNotUsableException
                || (failure instanceof IOException
                        && failure.getClass().getSimpleName().equals("ClientAbortException"));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
