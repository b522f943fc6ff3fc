package io.minutebook.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IdempotencyKeyFilterTest {
    @Test
    void the_same_json_in_another_order_and_with_other_blanks_is_the_same_request() {
        assertThat(canonical("{\"b\":[1,{\"y\":2,\"x\":null}],\"a\":\"你好\"}"))
                .isEqualTo(canonical("{ \"a\" : \"\\u4f60好\",\n\"b\":[1, {\"x\":null,\"y\":2}] }"));
    }

    @Test
    void other_values_other_orders_of_a_list_and_other_names_are_another_request() {
        String request = canonical("{\"a\":[1,2]}");
        assertThat(canonical("{\"a\":[2,1]}")).isNotEqualTo(request);
        assertThat(canonical("{\"a\":[1,\"2\"]}")).isNotEqualTo(request);
        assertThat(canonical("{\"b\":[1,2]}")).isNotEqualTo(request);
        assertThat(canonical("{\"a\":[1,2],\"b\":null}")).isNotEqualTo(request);
    }

    @Test
    void what_is_no_json_counts_as_it_is() {
        assertThat(canonical("score=4&comment=")).isEqualTo("score=4&comment=");
        assertThat(canonical("")).isEmpty();
    }

    private static String canonical(String body) {
        return new String(
                IdempotencyKeyFilter.canonical(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
