package io.minutebook.standalone;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the standalone is started with.
 *
 * @param kafkaPort where the broker listens, the same at each start, so that readers of the topics find it again
 * @param demo whether the lively day is played
 */
public record Options(int port, int kafkaPort, Path data, boolean demo) {
    static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;
    /** From 8080 to Kafka's usual 9092; another suite, on another port, gets another one. */
    private static final int TO_KAFKA = 1_012;

    private static final int NOT_GIVEN = 0;

    static Options of(String... arguments) {
        var options = new Options(USUAL_PORT, NOT_GIVEN, Path.of("data"), false);
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            var name = rest.next();
            options = switch (name) {
                case "--port" -> new Options(port(value(name, rest)), options.kafkaPort, options.data, options.demo);
                case "--kafka-port" -> new Options(options.port, port(value(name, rest)), options.data, options.demo);
                case "--data" -> new Options(options.port, options.kafkaPort, Path.of(value(name, rest)), options.demo);
                case "--demo" -> new Options(options.port, options.kafkaPort, options.data, true);
                case String other -> throw new Unusable("unknown option " + other);
            };
        }
        int kafka = options.kafkaPort == NOT_GIVEN ? beside(options.port) : options.kafkaPort;
        return new Options(options.port, kafka, options.data.toAbsolutePath().normalize(), options.demo);
    }

    private static int beside(int port) {
        return port + TO_KAFKA > HIGHEST_PORT ? port - TO_KAFKA : port + TO_KAFKA;
    }

    /** Where readers of the topics connect to. */
    String broker() {
        return "127.0.0.1:" + kafkaPort;
    }

    String origin() {
        return "http://localhost:" + port;
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Unusable(name + " needs a value");
        }
        return rest.next();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Unusable("not a port: " + text, e);
        }
        throw new Unusable("not a port: " + text);
    }

    /** The standalone cannot start like this; the message is for the person who called it. */
    static final class Unusable extends RuntimeException {
        Unusable(String message) {
            super(message);
        }

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
