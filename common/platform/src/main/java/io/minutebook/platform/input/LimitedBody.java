package io.minutebook.platform.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that must not be longer than its limit, whatever was announced. */
final class LimitedBody extends FilterInputStream {
    private final int limit;
    private long left;

    LimitedBody(InputStream body, int limit) {
        super(body);
        this.limit = limit;
        left = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        count(read);
        return read;
    }

    private void count(int read) {
        left -= Math.max(0, read);
        if (left < 0) {
            throw new BodyTooLarge(limit);
        }
    }
}
