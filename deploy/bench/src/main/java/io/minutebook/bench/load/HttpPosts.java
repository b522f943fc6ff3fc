package io.minutebook.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** POSTs of the same body to any of some addresses, each thread on a connection of its own that stays open. Whatever is not 2xx fails. */
public final class HttpPosts implements Work {
    private final int port;
    private final List<byte[]> requests;
    private final LongAdder cpuNanos = new LongAdder();
    private final LongAdder sent = new LongAdder();

    public HttpPosts(int port, List<String> paths, String token, String json) {
        this.port = port;
        this.requests = paths.stream().map(path -> request(path, token, json)).toList();
    }

    public static byte[] request(String path, String token, String json) {
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What a request cost the one who sent it, in microseconds of CPU: it is taken from what the service could have used. */
    public double microsPerRequest() {
        return cpuNanos.sum() / 1e3 / Math.max(1, sent.sum());
    }

    @Override
    public Task of(int thread) throws IOException {
        return new Posting(new HttpConnection(port));
    }

    private final class Posting implements Task {
        private final HttpConnection connection;
        private long count;

        Posting(HttpConnection connection) {
            this.connection = connection;
        }

        @Override
        public void once() throws IOException {
            int status =
                    connection.send(requests.get(ThreadLocalRandom.current().nextInt(requests.size())));
            if (status / 100 != 2) {
                throw new IOException("answered " + status + ": " + connection.lastAnswer());
            }
            count++;
        }

        @Override
        public void close() throws IOException {
            cpuNanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            sent.add(count);
            connection.close();
        }
    }
}
