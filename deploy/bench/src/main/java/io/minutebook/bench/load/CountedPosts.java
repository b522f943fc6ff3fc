package io.minutebook.bench.load;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** The same POST over and over, each thread on a connection of its own that stays open; each answer counts for its status. */
public final class CountedPosts implements Work {
    /** What is counted where there is no answer: the connection is then opened again. */
    public static final String NONE = "no answer";

    private final int port;
    private final byte[] request;
    private final String wanted;
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    /** @param wanted the one status that says that it was done */
    public CountedPosts(int port, byte[] request, int wanted) {
        this.port = port;
        this.request = request.clone();
        this.wanted = Integer.toString(wanted);
    }

    /** How much of what was asked was done; nothing of nothing. */
    public double share() {
        long all = answers.values().stream().mapToLong(LongAdder::sum).sum();
        return all == 0 ? 0 : (double) done() / all;
    }

    private long done() {
        var counted = answers.get(wanted);
        return counted == null ? 0 : counted.sum();
    }

    /** Every answer but the wanted one, with how often it was given. */
    public Map<String, Long> others() {
        return answers.entrySet().stream()
                .filter(answer -> !answer.getKey().equals(wanted))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().sum(), Long::sum, TreeMap::new));
    }

    @Override
    public Task of(int thread) throws IOException {
        return new Posting(new HttpConnection(port));
    }

    private final class Posting implements Task {
        private HttpConnection connection;

        Posting(HttpConnection connection) {
            this.connection = connection;
        }

        @Override
        public void once() throws IOException {
            answers.computeIfAbsent(answer(), status -> new LongAdder()).increment();
        }

        private String answer() throws IOException {
            try {
                return Integer.toString(connection.send(request));
            } catch (IOException ended) {
                connection.close();
                connection = new HttpConnection(port);
                return NONE;
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
