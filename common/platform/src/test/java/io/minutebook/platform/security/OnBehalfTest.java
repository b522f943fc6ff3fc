package io.minutebook.platform.security;

import static io.minutebook.platform.probe.Probe.get;
import static io.minutebook.platform.probe.Probe.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.testing.TestTokens;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class OnBehalfTest {
    private static final String NOTE = "/api/probe/notes/0199f2a0-0000-7000-8000-000000000000";

    @Test
    void a_machine_with_the_right_acts_as_the_person_it_names_and_both_are_known() {
        HttpResponse<String> note = as("pbx", "agent-07", NOTE);
        assertThat(note.statusCode()).isEqualTo(200);
        assertThat(json(note).path("caller").stringValue()).isEqualTo("agent-07");
        assertThat(json(note).path("via").stringValue()).isEqualTo("pbx");
    }

    @Test
    void the_person_s_roles_and_sites_count_and_not_the_machine_s() {
        assertThat(as("pbx", "supervisor-01", "/api/probe/sites/bj").statusCode())
                .isEqualTo(200);
        refused(as("pbx", "supervisor-01", "/api/probe/sites/sh"));
        refused(as("pbx", "supervisor-01", NOTE));
        refused(as("pbx", "agent-07", "/api/probe/sites/bj"));
    }

    @Test
    void who_may_not_act_for_others_is_refused_and_so_is_a_person_nobody_knows() {
        refused(as("somebody", "agent-07", NOTE));
        refused(as("pbx", "nobody", NOTE));
        refused(as("pbx", "", NOTE));
    }

    @Test
    void without_a_token_the_header_opens_nothing() {
        assertThat(get(NOTE, "X-On-Behalf-Of", "agent-07").statusCode()).isEqualTo(401);
    }

    private static void refused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(json(response).path("code").stringValue()).isEqualTo("on-behalf-not-allowed");
    }

    private static HttpResponse<String> as(String machine, String person, String path) {
        String token = TestTokens.token(machine, "agent", "supervisor", "integrator");
        return get(path, "Authorization", "Bearer " + token, "X-On-Behalf-Of", person);
    }
}
