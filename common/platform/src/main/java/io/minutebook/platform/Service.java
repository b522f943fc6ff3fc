package io.minutebook.platform;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a service on the platform's defaults ({@code platform.yaml}), overlaid by the service's own {@code <name>.yaml}. */
public final class Service {
    private Service() {}

    /** Starts the service of this name ({@code intake}, {@code escalation} …) and returns its running context. */
    public static ConfigurableApplicationContext run(Class<?> application, String name, String... args) {
        return application(application, name).run(args);
    }

    /** The same, not yet started: for the standalone and for tests, which add their own settings first. */
    public static SpringApplication application(Class<?> application, String name) {
        SpringApplication service = new SpringApplication(application);
        service.setBannerMode(Banner.Mode.OFF);
        service.setDefaultProperties(Map.of("spring.config.name", "platform," + name, "minutebook.service", name));
        service.addInitializers(RequiredSettings::require);
        return service;
    }
}
