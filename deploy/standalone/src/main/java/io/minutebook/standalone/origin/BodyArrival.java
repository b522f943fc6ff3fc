package io.minutebook.standalone.origin;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.channels.StreamSourceChannel;

/**
 * Passes a request on once its whole body is here, so that no service makes room for bytes that were only announced. The first buffer of a
 * body is free; what goes beyond it counts against what all bodies under way may take together, until the request is answered.
 */
final class BodyArrival implements HttpHandler {
    private final AtomicLong free;
    private final HttpHandler next;

    BodyArrival(Limits limits, HttpHandler next) {
        free = new AtomicLong(limits.bodies());
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isRequestComplete()) {
            next.handleRequest(exchange);
            return;
        }
        var body = new Body(exchange);
        exchange.addExchangeCompleteListener((ended, others) -> {
            body.close();
            others.proceed();
        });
        var channel = exchange.getRequestChannel();
        switch (body.read(channel)) {
            case WHOLE -> body.passOn();
            case REFUSED -> body.refuse();
            case MORE -> {
                channel.getReadSetter().set(body::readOn);
                channel.resumeReads();
            }
        }
    }

    private enum State {
        MORE,
        WHOLE,
        REFUSED
    }

    private final class Body {
        private final HttpServerExchange exchange;
        private final List<PooledByteBuffer> buffers = new ArrayList<>();
        private long taken;
        private boolean passedOn;

        Body(HttpServerExchange exchange) {
            this.exchange = exchange;
        }

        /** Reads what is there. */
        State read(StreamSourceChannel channel) {
            try {
                while (buffers.isEmpty() || buffers.getLast().getBuffer().hasRemaining() || grow()) {
                    if (buffers.isEmpty()) {
                        allocate();
                    }
                    int read = channel.read(buffers.getLast().getBuffer());
                    if (read <= 0) {
                        return read == 0 ? State.MORE : State.WHOLE;
                    }
                }
                exchange.putAttachment(Refusal.FOUND, Refusal.MANY_BODIES);
                return State.REFUSED;
            } catch (IOException e) {
                return State.REFUSED;
            }
        }

        private boolean grow() {
            int size = exchange.getConnection().getByteBufferPool().getBufferSize();
            if (free.addAndGet(-size) < 0) {
                free.addAndGet(size);
                return false;
            }
            taken += size;
            allocate();
            return true;
        }

        private void allocate() {
            buffers.add(exchange.getConnection().getByteBufferPool().allocate());
        }

        void readOn(StreamSourceChannel channel) {
            var state = read(channel);
            if (state == State.MORE) {
                return;
            }
            channel.getReadSetter().set(null);
            channel.suspendReads();
            Connectors.executeRootHandler(
                    begun -> {
                        if (state == State.WHOLE) {
                            passOn();
                        } else {
                            refuse();
                        }
                    },
                    exchange);
        }

        void passOn() throws Exception {
            exchange.getRequestHeaders().remove(Headers.EXPECT);
            passedOn = true;
            buffers.forEach(buffer -> buffer.getBuffer().flip());
            Connectors.ungetRequestBytes(exchange, buffers.toArray(PooledByteBuffer[]::new));
            Connectors.resetRequestChannel(exchange);
            next.handleRequest(exchange);
        }

        /** Sends the reason, where the client can still be told. */
        void refuse() {
            var reason = exchange.getAttachment(Refusal.FOUND);
            if (reason == null) {
                exchange.endExchange();
            } else {
                reason.answerAndClose(exchange);
            }
        }

        private void close() {
            if (!passedOn) {
                buffers.forEach(PooledByteBuffer::close);
            }
            free.addAndGet(taken);
        }
    }
}
