package io.minutebook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.ApiGolden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentTest {
    @Test
    void the_api_document_names_every_address_and_the_words_a_field_takes() {
        JsonNode document = Running.get("/api/intake/openapi.json").json();
        assertThat(document.path("paths").propertyNames())
                .contains("/api/intake/calls/{callId}/callback-offer", "/api/intake/cases", "/api/intake/imports");
        JsonNode register =
                document.path("components").path("schemas").path("Register").path("properties");
        assertThat(register.path("channel").path("enum").toString()).contains("PHONE", "ON_SITE");
        assertThat(register.path("type").path("enum").toString()).contains("SUGGESTION");
    }

    @Test
    void the_api_document_is_as_recorded() {
        ApiGolden.openApi(Running.get("/api/intake/openapi.json").text());
    }
}
