package io.minutebook.platform.command;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** An Idempotency-Key came a second time with another request. Over HTTP: 422 with code {@code idempotency-key-reused}. */
public final class IdempotencyKeyReused extends ErrorResponseException {
    private static final String CODE = "idempotency-key-reused";

    IdempotencyKeyReused(String key) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, problem(key), null);
    }

    private static ProblemDetail problem(String key) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, "The Idempotency-Key " + key + " was used for another request.");
        problem.setType(URI.create("urn:minutebook:problem:" + CODE));
        problem.setTitle("Key used before");
        problem.setProperty("code", CODE);
        return problem;
    }
}
