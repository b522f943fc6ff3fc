package io.minutebook.platform.openapi;

import io.minutebook.platform.security.AccessTable;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Documents with every operation how it refuses, who may use it, and that commands take an Idempotency-Key. Operations are grouped by what their address
 * is about, so that the name of a controller's class never shows.
 */
final class OperationDocs implements OpenApiCustomizer {
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "Bad input; `errors` names every faulty field.",
            "401", "No valid bearer token.",
            "403", "The caller's roles do not allow this, or not at this site.",
            "404", "There is no such thing.",
            "409", "A rule refuses; `code` says which. `case-not-known-yet`: try again after `Retry-After`.",
            "413", "The body is too large.",
            "415", "The body is not JSON.");
    private static final List<String> OF_READING = List.of("400", "401", "403", "404");
    /** Where the group stands in {@code /api/intake/calls/{callId}}, between slashes. */
    private static final int GROUP = 3;

    private final AccessTable table;

    OperationDocs(AccessTable table) {
        this.table = table;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSchemas("Problem", problem());
        if (document.getPaths() != null) {
            document.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
        }
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        operation.setTags(List.of(path.split("/")[GROUP]));
        boolean reads = method == PathItem.HttpMethod.GET;
        REFUSALS.forEach((status, text) -> {
            if (!reads || OF_READING.contains(status)) {
                operation.getResponses().putIfAbsent(status, refusal(text));
            }
        });
        if (!reads) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description("1 to 128 visible ASCII characters; the same key gets the first answer again.")
                    .schema(new StringSchema().maxLength(128)));
        }
        table.rows().stream()
                .filter(row -> row.path().equals(path) && row.method().name().equals(method.name()))
                .findFirst()
                .ifPresent(row -> access(operation, row));
    }

    private static void access(Operation operation, AccessTable.Row row) {
        if (row.open()) {
            operation.setSecurity(List.of());
        }
        String who = row.open() ? "Open to everybody." : "Roles: " + row.who() + ".";
        operation.setDescription(operation.getDescription() == null ? who : operation.getDescription() + "\n\n" + who);
    }

    private static ApiResponse refusal(String text) {
        return new ApiResponse()
                .description(text)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty("field", new StringSchema().description("a path such as customer.phone or steps[2]"))
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .description("Problem details, RFC 9457.")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri"))
                .addProperty("code", new StringSchema().description("stable, in kebab-case"))
                .addProperty("errors", new io.swagger.v3.oas.models.media.ArraySchema().items(fault));
    }
}
