package io.minutebook.cli.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text and goes on where bytes are wrong: each wrong stretch becomes {@link #WRONG}, a character that no sound
 * text holds, so that only the row it stands in is refused.
 */
final class MarkingReader extends Reader {
    /** A lone low surrogate. */
    static final char WRONG = '\uDC80';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;

    MarkingReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                if (!out.hasRemaining()) {
                    break;
                }
                bytes.position(bytes.position() + result.length());
                out.put(WRONG);
            } else if (result.isOverflow() || ended || out.position() > offset) {
                break;
            } else {
                fill();
            }
        }
        int got = out.position() - offset;
        return got > 0 ? got : -1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = got < 0;
        bytes.position(bytes.position() + Math.max(got, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
