package io.minutebook.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** One kept-alive connection, as cheap as it can be: bytes out, status in. */
public final class HttpConnection implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int NO_CONTENT = 204;

    private final Socket socket;
    private final byte[] answer = new byte[16 * 1024];
    private int read;

    public HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
    }

    /** Sends a whole request and answers the status once the whole answer is there. */
    public int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        read = 0;
        int head;
        do {
            more();
            head = endOfHead();
        } while (head < 0);
        int status = (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + answer[11] - '0';
        if (status != NO_CONTENT) {
            body(head);
        }
        return status;
    }

    private void body(int head) throws IOException {
        var length = LENGTH.matcher(new String(answer, 0, head, StandardCharsets.ISO_8859_1));
        if (length.find()) {
            int all = head + 4 + Integer.parseInt(length.group(1));
            while (read < all) {
                more();
            }
        } else {
            while (!lastChunkRead()) {
                more();
            }
        }
    }

    private boolean lastChunkRead() {
        return read >= LAST_CHUNK.length
                && Arrays.equals(answer, read - LAST_CHUNK.length, read, LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    public String lastAnswer() {
        return new String(answer, 0, read, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private void more() throws IOException {
        int some = socket.getInputStream().read(answer, read, answer.length - read);
        if (some <= 0) {
            throw new IOException("the connection ended");
        }
        read += some;
    }

    private int endOfHead() {
        for (int i = 0; i + 3 < read; i++) {
            if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r' && answer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
