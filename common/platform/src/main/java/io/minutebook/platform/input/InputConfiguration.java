package io.minutebook.platform.input;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads requests strictly: bodies, constraints, what every request carries beside its body. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
public class InputConfiguration {
    @Bean
    ValidationConfigurationCustomizer validationClock(ObjectProvider<InstantSource> source) {
        return configuration -> configuration.clockProvider(() -> {
            InstantSource time = source.getIfAvailable(InstantSource::system);
            return time instanceof Clock clock ? clock : Clock.fixed(time.instant(), ZoneOffset.UTC);
        });
    }

    @Bean
    WebMvcConfigurer strictInput(Validator validator) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters
                        .addCustomConverter(new StrictBodyConverter(validator))
                        .configureMessageConvertersList(list -> list.removeIf(InputConfiguration::readsYaml));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RequestChecks());
            }
        };
    }

    /** A library of the API documents brings YAML along; nobody may send us any. */
    private static boolean readsYaml(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .anyMatch(type -> type.getSubtype().contains("yaml"));
    }
}
