package io.minutebook.standalone.origin;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.WorkerUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** The body of a request. Once it is too long or too late it cannot be read any more, and the exchange says which it was. */
final class BoundedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private final HttpServerExchange exchange;
    private long left;
    private volatile boolean late;

    private BoundedBody(StreamSourceConduit body, HttpServerExchange exchange, long left) {
        super(body);
        this.exchange = exchange;
        this.left = left;
    }

    /** The time runs from when the body is first asked for. */
    static void expect(HttpServerExchange request, long longest, Duration time) {
        request.addRequestWrapper((factory, exchange) -> {
            var body = new BoundedBody(factory.create(), exchange, longest);
            var end =
                    WorkerUtils.executeAfter(exchange.getIoThread(), body::end, time.toMillis(), TimeUnit.MILLISECONDS);
            exchange.addExchangeCompleteListener((ended, others) -> {
                end.remove();
                others.proceed();
            });
            return body;
        });
    }

    private void end() {
        late = !exchange.isRequestComplete();
        if (late && isReadResumed()) {
            wakeupReads();
        }
    }

    private interface Reading {
        long read() throws IOException;
    }

    private long bounded(Reading reading) throws IOException {
        if (late) {
            throw refused(Refusal.SLOW_BODY);
        }
        long read = reading.read();
        left -= Math.max(0, read);
        if (left < 0) {
            throw refused(Refusal.LONG_BODY);
        }
        return read;
    }

    private IOException refused(Refusal reason) {
        exchange.putAttachment(Refusal.FOUND, reason);
        return new IOException("refused: " + reason);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return (int) bounded(() -> super.read(to));
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) throws IOException {
        return bounded(() -> super.read(to, offset, length));
    }

    @Override
    public long transferTo(long position, long count, FileChannel to) throws IOException {
        return bounded(() -> super.transferTo(position, count, to));
    }

    @Override
    public long transferTo(long count, ByteBuffer buffer, StreamSinkChannel to) throws IOException {
        return bounded(() -> super.transferTo(count, buffer, to));
    }
}
