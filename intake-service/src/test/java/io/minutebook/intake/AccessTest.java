package io.minutebook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.platform.security.AccessTable;
import io.minutebook.testing.ApiGolden;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessTest {
    @Test
    void every_address_stands_in_the_table_and_every_row_is_answered() {
        AccessTable table = Running.context().getBean(AccessTable.class);
        RequestMappingHandlerMapping mappings =
                Running.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        assertThat(table.disagreements(mappings)).isEmpty();
    }

    @Test
    void the_rows_of_the_table_are_as_recorded() {
        ApiGolden.access(Running.context().getBean(AccessTable.class).rows().stream()
                .map(row -> new ApiGolden.Row(row.method().name(), row.path(), row.who()))
                .toList());
    }
}
