package io.minutebook.intake;

import io.minutebook.platform.security.AccessTable;
import io.minutebook.testing.ApiGolden;
import org.junit.jupiter.api.Test;

class AccessTest {
    @Test
    void the_rows_of_the_table_are_as_recorded() {
        ApiGolden.access(Running.context().getBean(AccessTable.class).rows().stream()
                .map(row -> new ApiGolden.Row(row.method().name(), row.path(), row.who()))
                .toList());
    }
}
