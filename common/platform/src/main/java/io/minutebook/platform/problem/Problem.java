package io.minutebook.platform.problem;

import io.minutebook.platform.input.FieldFault;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What we answer when we do not do what was asked: RFC 9457 problem details with a stable {@code code}. */
public final class Problem {
    private Problem() {}

    public static ProblemDetail of(HttpStatus status, String code, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:minutebook:problem:" + code));
        problem.setTitle(title);
        problem.setProperty("code", code);
        return problem;
    }

    public static ProblemDetail badInput(List<FieldFault> faults) {
        ProblemDetail problem = of(
                HttpStatus.BAD_REQUEST,
                "bad-input",
                "The request is not understood",
                faults.size() == 1 ? "One field is faulty." : faults.size() + " fields are faulty.");
        problem.setProperty("errors", faults);
        return problem;
    }

    public static ProblemDetail badInput(String field, String message) {
        return badInput(List.of(new FieldFault(field, message)));
    }

    public static ProblemDetail unauthenticated() {
        return of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in first", "A valid bearer token is needed.");
    }

    public static ProblemDetail forbidden() {
        return of(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", "The caller's roles do not allow this here.");
    }

    /** A machine named a person for whom it may not act here. */
    public static ProblemDetail onBehalfNotAllowed() {
        return of(
                HttpStatus.FORBIDDEN,
                "on-behalf-not-allowed",
                "Not allowed for this person",
                "The caller may not act for the person it names, or that person's roles do not allow this here.");
    }

    public static ProblemDetail notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing at this address.");
    }

    public static ProblemDetail methodNotAllowed() {
        return of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "Wrong method",
                "This address does not know the method; see the Allow header.");
    }

    public static ProblemDetail tooLarge(long limit) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Too large",
                "A body here may have at most " + limit + " bytes.");
    }

    public static ProblemDetail unavailable() {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Not available at the moment",
                "Something the service rests on does not answer. Try again; if it was to do something, under the same Idempotency-Key.");
    }

    /** Our own fault; the id stands in the log beside what happened. */
    public static ProblemDetail unexpected(String id) {
        ProblemDetail problem = of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong",
                "The fault is ours. Whoever runs this installation finds it under the id.");
        problem.setProperty("id", id);
        return problem;
    }
}
