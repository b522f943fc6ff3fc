package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the suite is and who asks. The demo client is only ever offered to a suite on this machine. */
final class Connection {
    private static final String DEMO = "demo";

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "url", defaultValue = "http://localhost:8080")
    private String url = "http://localhost:8080";

    @Option(
            names = "--client",
            paramLabel = "NAME",
            descriptionKey = "client",
            defaultValue = "${env:MINUTEBOOK_CLIENT}")
    private @Nullable String client;

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            descriptionKey = "secret",
            defaultValue = "${env:MINUTEBOOK_SECRET}")
    private @Nullable String secret;

    SuiteClient suite() {
        URI origin = origin();
        if (client != null && secret != null) {
            return new SuiteClient(origin, client, secret);
        }
        if (client != null || secret != null || !loopback(origin.getHost())) {
            throw new Failure(text("client-needed", origin));
        }
        return new SuiteClient(origin, DEMO, DEMO);
    }

    private URI origin() {
        try {
            URI given = URI.create(url.strip());
            String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
            if (given.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return given;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Failure(text("url-bad", url));
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
