package io.minutebook.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What a service cannot run without and has no default for: its database, its broker and the issuer of its tokens. */
final class RequiredSettings {
    /** Setting to look at, and the environment variable an operator sets. */
    private static final Map<String, String> NEEDED = Map.of(
            "spring.datasource.url", "MINUTEBOOK_DATABASE_URL",
            "spring.kafka.bootstrap-servers", "MINUTEBOOK_KAFKA");

    private static final List<String> ISSUER = List.of(
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri");

    private RequiredSettings() {}

    static void require(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        List<String> missing = new ArrayList<>();
        NEEDED.forEach((setting, variable) -> {
            if (blank(settings, setting)) {
                missing.add(variable);
            }
        });
        if (blank(settings, "spring.datasource.username")
                && !settings.getProperty("spring.datasource.url", "").contains("user=")) {
            missing.add("MINUTEBOOK_DATABASE_USER");
        }
        if (ISSUER.stream().allMatch(setting -> blank(settings, setting))) {
            missing.add("MINUTEBOOK_ISSUER");
        }
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    settings.getProperty("minutebook.service", "the service"),
                    "these are not set: "
                            + String.join(", ", missing.stream().sorted().toList()));
        }
    }

    private static boolean blank(Environment settings, String setting) {
        return settings.getProperty(setting, "").isBlank();
    }
}
