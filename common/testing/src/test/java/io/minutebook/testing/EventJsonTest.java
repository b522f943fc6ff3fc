package io.minutebook.testing;

import static io.minutebook.testing.EventJson.JSON;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.contract.CaseReopened;
import io.minutebook.contract.PromiseMade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import tools.jackson.databind.node.ObjectNode;

/** The golden check finds the changes it is there for. */
@DisabledIfSystemProperty(
        named = "golden.update",
        matches = "true",
        disabledReason = "would write what it breaks on purpose")
class EventJsonTest {
    private static final String FILE = "published/CaseReopened.v1.json";
    private static final String REMEDY = "add an optional field";

    @Test
    void an_unchanged_event_passes() {
        assertThatCode(() -> check(today(), CaseReopened.class)).doesNotThrowAnyException();
    }

    @Test
    void a_renamed_field_fails_with_the_remedy() {
        ObjectNode renamed = today();
        renamed.set("because", renamed.remove("reason"));

        assertThatThrownBy(() -> check(renamed, CaseReopened.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(REMEDY)
                .hasMessageContaining("-pl common/testing -am test -Dgolden.update=true");
    }

    @Test
    void a_record_that_cannot_read_the_old_event_fails_with_the_remedy() {
        assertThatThrownBy(() -> check(today(), PromiseMade.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("can no longer be read")
                .hasMessageContaining(REMEDY);
    }

    @Test
    void an_event_without_a_file_fails_with_the_remedy() {
        assertThatThrownBy(() -> Golden.check("published/NeverHappened.v1.json", "{}", REMEDY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("-Dgolden.update=true");
    }

    private static void check(ObjectNode today, Class<?> reader) {
        EventJson.check(FILE, today, old -> JSON.valueToTree(JSON.treeToValue(old, reader)), REMEDY);
    }

    private static ObjectNode today() {
        return JSON.valueToTree(Samples.full(CaseReopened.class));
    }
}
