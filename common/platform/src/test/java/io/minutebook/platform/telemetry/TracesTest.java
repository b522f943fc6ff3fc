package io.minutebook.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.platform.probe.Probe;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void an_answer_names_the_trace_of_its_request() {
        assertThat(Probe.get("/api/probe/open", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .headers()
                        .firstValue("traceparent")
                        .orElse(""))
                .startsWith("00-" + TRACE);
        assertThat(Probe.get("/api/probe/nowhere").headers().firstValue("traceparent"))
                .isPresent();
    }

    @Test
    void a_trace_goes_on_behind_a_message() {
        TraceHeaders traces = Probe.context().getBean(TraceHeaders.class);
        Map<String, String> sent = new HashMap<>();
        traces.runWith(
                Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")::get,
                "hear",
                () -> traces.inject(sent::put));
        assertThat(sent.get("traceparent")).contains(TRACE);
    }
}
