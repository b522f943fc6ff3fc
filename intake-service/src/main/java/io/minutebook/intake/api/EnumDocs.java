package io.minutebook.intake.api;

import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to the API document which words a field takes. */
@Configuration(proxyBeanMethods = false)
class EnumDocs {
    @Bean
    PropertyCustomizer words() {
        return (schema, property) -> {
            if (property.getCtxAnnotations() != null) {
                Arrays.stream(property.getCtxAnnotations())
                        .filter(OneOf.class::isInstance)
                        .map(OneOf.class::cast)
                        .forEach(rule -> name(schema, rule));
            }
            return schema;
        };
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void name(io.swagger.v3.oas.models.media.Schema schema, OneOf rule) {
        List<String> words =
                Arrays.stream(rule.value().getEnumConstants()).map(Enum::name).toList();
        schema.setEnum(words);
    }
}
