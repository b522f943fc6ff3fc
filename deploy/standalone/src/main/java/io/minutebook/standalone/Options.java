package io.minutebook.standalone;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What the standalone is started with. */
public record Options(int port, Path data) {
    static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    static Options of(String... arguments) {
        var options = new Options(USUAL_PORT, Path.of("data"));
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            var name = rest.next();
            options = switch (name) {
                case "--port" -> new Options(port(value(name, rest)), options.data);
                case "--data" -> new Options(options.port, Path.of(value(name, rest)));
                case String other -> throw new Unusable("unknown option " + other);
            };
        }
        return new Options(options.port, options.data.toAbsolutePath().normalize());
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
