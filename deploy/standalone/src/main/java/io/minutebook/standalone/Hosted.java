package io.minutebook.standalone;

import io.minutebook.platform.Service;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One service as an application context of its own in this process, on a free loopback port. */
record Hosted(String name, ConfigurableApplicationContext context) implements AutoCloseable {
    static final List<String> NAMES = List.of("intake", "escalation", "followup", "knowledge");

    /** @param clock what the service goes by instead of its own clock */
    static Hosted start(String name, List<String> settings, @Nullable Clock clock) {
        var application = Service.application(application(name), name);
        application.setRegisterShutdownHook(false);
        if (clock != null) {
            application.addInitializers(
                    context -> ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock));
        }
        return new Hosted(name, application.run(settings.toArray(String[]::new)));
    }

    URI address() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException(name + " does not listen");
        }
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        context.close();
    }

    private static Class<?> application(String name) {
        var type = "io.minutebook." + name + "." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                + "Application";
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(type + " is not on the class path", e);
        }
    }
}
