package io.minutebook.platform.openapi;

import io.minutebook.platform.security.AccessTable;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The frame of each service's OpenAPI document; what stands inside comes from its controllers and its access table. */
@AutoConfiguration
public class OpenApiConfiguration {
    static final String BEARER = "bearer";

    @Bean
    OpenAPI openApi(Environment settings) {
        String service = settings.getRequiredProperty("minutebook.service");
        return new OpenAPI()
                .info(new Info()
                        .title("Minutebook " + service)
                        .version("1")
                        .description(
                                "Commands answer with a 2xx or with problem details (RFC 9457) whose `code` is stable."
                                        + " Times are ISO 8601 with offset. A repeated `Idempotency-Key` gets the first"
                                        + " answer again.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("this origin")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("An access token of the issuer, with the claim `roles`.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OpenApiCustomizer problemsAndRoles(AccessTable table) {
        return new OperationDocs(table);
    }
}
