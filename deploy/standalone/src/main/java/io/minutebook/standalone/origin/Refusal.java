package io.minutebook.standalone.origin;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;

/** Why the origin does not pass a request on. */
enum Refusal {
    UNKNOWN(404, "not-found", "Nothing is at this address."),
    MISDIRECTED(421, "misdirected", "This suite answers to localhost only."),
    STARTING(503, "not-ready", "This part of the suite is still starting."),
    SILENT(
            503,
            "no-answer",
            "This part of the suite does not answer. If it was to do something, ask again under the same Idempotency-Key."),
    LONG_ADDRESS(414, "address-too-long", "The address is longer than is read here."),
    LONG_HEAD(431, "head-too-long", "The header fields are longer, or more, than is read here."),
    LONG_BODY(413, "body-too-long", "The body is longer than is read here."),
    SLOW_BODY(408, "body-too-slow", "The body did not arrive in time."),
    MANY_BODIES(503, "busy", "More is being sent than can be read at once. Send it again in a moment."),
    UNKNOWN_CODING(501, "unknown-coding", "No transfer coding but chunked is known here."),
    MANY_STREAMS(429, "too-many-streams", "You listen to as many live streams as you may; close one first.");

    /** What a request turned out to be after it was begun to be passed on. */
    static final AttachmentKey<Refusal> FOUND = AttachmentKey.create(Refusal.class);

    private final int status;
    private final String code;
    private final String detail;

    Refusal(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    void answer(HttpServerExchange exchange) {
        Answers.problem(exchange, status, code, detail);
    }

    /** The same where the rest of the request is not read. */
    void answerAndClose(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        answer(exchange);
    }
}
