package io.minutebook.bench.log;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.command.CommandConfiguration;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.security.SiteAccess;
import io.minutebook.platform.telemetry.TraceHeaders;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/** One instance of a service, as far as it takes commands: the platform's own wiring, with no door but {@link Commands}. */
final class CommandPath implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    CommandPath(String url) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("trial", Map.of("minutebook.service", "trial")));
        context.registerBean(DataSource.class, () -> OurLog.pool(url), bean -> bean.setDestroyMethodName("close"));
        context.registerBean(SiteAccess.class, SiteAccess::new);
        context.registerBean(TraceHeaders.class, () -> new TraceHeaders(Tracer.NOOP, Propagator.NOOP));
        context.registerBean(AggregateType.class, () -> Tally.SUBJECT);
        context.register(Policies.class, CommandConfiguration.class);
        context.refresh();
    }

    Commands commands() {
        return context.getBean(Commands.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Policies {
        @Bean
        Supplier<SitePolicies> sitePolicies() {
            SitePolicies standard = SitePolicies.standard();
            return () -> standard;
        }
    }
}
