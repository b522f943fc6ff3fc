package io.minutebook.standalone;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the standalone is started with.
 *
 * @param demo whether the lively day is played
 */
public record Options(int port, Path data, boolean demo) {
    static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    static Options of(String... arguments) {
        var options = new Options(USUAL_PORT, Path.of("data"), false);
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            var name = rest.next();
            options = switch (name) {
                case "--port" -> new Options(port(value(name, rest)), options.data, options.demo);
                case "--data" -> new Options(options.port, Path.of(value(name, rest)), options.demo);
                case "--demo" -> new Options(options.port, options.data, true);
                case String other -> throw new Unusable("unknown option " + other);
            };
        }
        return new Options(options.port, options.data.toAbsolutePath().normalize(), options.demo);
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
