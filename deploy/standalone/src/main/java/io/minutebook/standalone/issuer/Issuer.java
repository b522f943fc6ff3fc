package io.minutebook.standalone.issuer;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The running authorization server, on a loopback port of its own behind the origin. */
public final class Issuer implements AutoCloseable {
    /** The client the services' pages sign people in with. */
    public static final String PAGES_CLIENT = "minutebook";

    private final ServletWebServerApplicationContext context;

    private Issuer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Starts it with the key kept in the directory; tokens name the origin as their issuer. */
    public static Issuer start(Path directory, int originPort, List<String> services, String pagesSecret) {
        var origins = List.of("http://localhost:" + originPort, "http://127.0.0.1:" + originPort);
        var application = new SpringApplication(IssuerConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("spring.config.name", "issuer"));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) fresh -> {
            fresh.registerBean(RSAKey.class, () -> IssuerKey.keptIn(directory));
            fresh.registerBean(Clients.class, () -> new Clients(origins, services, pagesSecret));
        });
        var context = application.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.forward-headers-strategy=framework",
                "--server.tomcat.max-http-form-post-size=16KB",
                "--server.servlet.session.cookie.name=MB_issuer",
                "--server.servlet.session.cookie.same-site=lax");
        return new Issuer((ServletWebServerApplicationContext) context);
    }

    /** Where it listens. */
    public URI address() {
        var server = context.getWebServer();
        if (server == null) {
            throw new IllegalStateException("the issuer does not listen");
        }
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        context.close();
    }
}
