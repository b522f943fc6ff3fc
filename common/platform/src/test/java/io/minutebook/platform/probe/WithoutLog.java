package io.minutebook.platform.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves database, broker and log out of a context that says {@code probe.lean=true}. */
public final class WithoutLog implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final List<String> LOG = List.of(
            "org.springframework.boot.jdbc.",
            "org.springframework.boot.flyway.",
            "org.springframework.boot.kafka.",
            "io.minutebook.platform.command.",
            "io.minutebook.platform.stream.",
            "io.minutebook.platform.clock.",
            "io.minutebook.platform.policy.");
    private @Nullable Environment settings;

    @Override
    public void setEnvironment(Environment environment) {
        settings = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean lean = settings != null && settings.getProperty("probe.lean", boolean.class, false);
        boolean[] kept = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            kept[i] = !lean || name == null || LOG.stream().noneMatch(name::startsWith);
        }
        return kept;
    }
}
