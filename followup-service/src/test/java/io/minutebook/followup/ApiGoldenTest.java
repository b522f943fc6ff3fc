package io.minutebook.followup;

import io.minutebook.platform.security.AccessTable;
import io.minutebook.testing.ApiGolden;
import org.junit.jupiter.api.Test;

/** What the service offers over HTTP, and to whom. */
class ApiGoldenTest {
    private static final Followup FOLLOWUP = Followup.running();

    @Test
    void the_api_document_is_as_recorded() {
        ApiGolden.openApi(FOLLOWUP.get("/api/followup/openapi.json", "").body());
    }

    @Test
    void the_rows_of_the_access_table_are_as_recorded() {
        ApiGolden.access(FOLLOWUP.context().getBean(AccessTable.class).rows().stream()
                .map(row -> new ApiGolden.Row(row.method().name(), row.path(), row.who()))
                .toList());
    }
}
