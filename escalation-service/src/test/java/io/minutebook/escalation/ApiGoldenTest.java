package io.minutebook.escalation;

import io.minutebook.platform.security.AccessTable;
import io.minutebook.testing.ApiGolden;
import org.junit.jupiter.api.Test;

/** What the service offers over HTTP, and to whom. */
class ApiGoldenTest {
    private final EscalationStand stand = EscalationStand.running();

    @Test
    void the_api_document_is_as_recorded() {
        ApiGolden.openApi(stand.document());
    }

    @Test
    void the_rows_of_the_access_table_are_as_recorded() {
        ApiGolden.access(stand.context().getBean(AccessTable.class).rows().stream()
                .map(row -> new ApiGolden.Row(row.method().name(), row.path(), row.who()))
                .toList());
    }
}
