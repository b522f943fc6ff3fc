package io.minutebook.cli.history;

import static io.minutebook.cli.Texts.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as RFC 4180 has it, with any line ends. A row that breaks the quoting rules is told apart from the sound
 * ones, and reading goes on with the next line.
 */
final class CsvReader implements AutoCloseable {
    /**
     * @param line where the row begins, from 1
     * @param last where it ends: quoted fields may hold line ends
     * @param fault why it is no sound row; its fields are then what could be made out
     */
    record Line(
            int line,
            int last,
            List<String> fields,
            @Nullable String fault) {}

    private static final int LONGEST_ROW = 1 << 20;
    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private final char[] buffer = new char[1 << 14];
    private int filled;
    private int next;
    private int line = 1;

    private final StringBuilder field = new StringBuilder();
    private List<String> fields = new ArrayList<>();
    private @Nullable String fault;
    private int length;

    CsvReader(Reader in, char separator) throws IOException {
        this.in = in;
        this.separator = separator;
        if (peek() == '\uFEFF') {
            next++;
        }
    }

    /** The next row that is not an empty line; null at the end. */
    @Nullable
    Line next() throws IOException {
        while (peek() == '\n' || peek() == '\r') {
            endOfLine();
        }
        if (peek() == END) {
            return null;
        }
        int start = line;
        fields = new ArrayList<>();
        fault = null;
        length = 0;
        boolean more = true;
        while (more) {
            field.setLength(0);
            if (peek() == '"') {
                next++;
                quoted(start);
            }
            plain();
            fields.add(field.toString());
            more = peek() == separator;
            if (more) {
                next++;
            }
        }
        int last = line;
        endOfLine();
        return new Line(start, last, fields, fault);
    }

    private void plain() throws IOException {
        for (int c = peek(); c != separator && c != '\n' && c != '\r' && c != END; c = peek()) {
            take((char) c);
        }
    }

    private void quoted(int start) throws IOException {
        while (true) {
            int c = peek();
            if (c == END) {
                fault = text("csv-open-quote", String.valueOf(start));
                return;
            }
            if (c == '"') {
                next++;
                if (peek() != '"') {
                    afterQuote();
                    return;
                }
            }
            boolean newline = c == '\n' || (c == '\r' && peekAfter() != '\n');
            take((char) c);
            if (newline) {
                line++;
            }
        }
    }

    private void afterQuote() throws IOException {
        int c = peek();
        if (c != separator && c != '\n' && c != '\r' && c != END && fault == null) {
            fault = text("csv-after-quote", String.valueOf(line));
        }
    }

    private void take(char c) {
        next++;
        if (++length > LONGEST_ROW) {
            fault = text("csv-too-long", LONGEST_ROW);
            return;
        }
        if (c == MarkingReader.WRONG && fault == null) {
            fault = text("csv-wrong-bytes");
        }
        field.append(c);
    }

    private void endOfLine() throws IOException {
        if (peek() == '\r') {
            next++;
            if (peek() == '\n') {
                next++;
            }
            line++;
        } else if (peek() == '\n') {
            next++;
            line++;
        }
    }

    private int peek() throws IOException {
        if (next == filled) {
            filled = Math.max(in.read(buffer, 0, buffer.length), 0);
            next = 0;
        }
        return filled == 0 ? END : buffer[next];
    }

    private int peekAfter() throws IOException {
        if (next + 1 == filled) {
            buffer[0] = buffer[next];
            int got = in.read(buffer, 1, buffer.length - 1);
            next = 0;
            filled = 1 + Math.max(got, 0);
        }
        return next + 1 == filled ? END : buffer[next + 1];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
