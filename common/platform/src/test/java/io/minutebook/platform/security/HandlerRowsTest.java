package io.minutebook.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.minutebook.platform.StartRefused;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class HandlerRowsTest {
    private static final List<AccessTable.Row> EVERYWHERE =
            List.of(AccessTable.publicRow(GET, "/trial/signed-out"), AccessTable.staffRow(GET, "/trial"));

    @Test
    void each_method_and_path_of_a_handler_is_a_row() {
        assertThat(rows(Marked.class))
                .containsExactlyInAnyOrder(
                        AccessTable.row(GET, "/one", Set.of(Role.AGENT, Role.ADMIN)),
                        AccessTable.row(GET, "/two", Set.of(Role.AGENT, Role.ADMIN)),
                        AccessTable.row(POST, "/three", EnumSet.allOf(Role.class)),
                        AccessTable.publicRow(GET, "/four"));
    }

    @Test
    void the_annotation_of_a_class_holds_for_the_methods_that_have_none() {
        assertThat(rows(MarkedAsAWhole.class))
                .containsExactlyInAnyOrder(
                        AccessTable.row(GET, "/five", Set.of(Role.AUDITOR)), AccessTable.publicRow(GET, "/six"));
    }

    @Test
    void what_every_service_has_is_no_row_of_this_one() {
        assertThat(rows(Frame.class)).isEmpty();
    }

    @Test
    void the_controller_that_only_the_container_asks_needs_no_annotation() {
        assertThat(rows(Failures.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        unmarked    | needs @Allow with roles, @AllowStaff or @AllowAnyone
        twice       | has more than one of @Allow, @AllowStaff and @AllowAnyone, leave one
        nobody      | has @Allow without a role, name those who may use it
        everyMethod | answers every HTTP method, name one as @GetMapping does
        idle        | says who may use it but answers no address, add one or take the annotation off
        frame       | lets admin use GET /trial/signed-out, which is also said to be for anybody
        """)
    void a_handler_whose_annotation_is_wrong_stops_the_start(String method, String fault) {
        assertThatThrownBy(() -> rows(Careless.class))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("trial cannot start, ")
                .hasMessageContaining(Careless.class.getName() + "." + method + " " + fault);
    }

    @Test
    void two_handlers_of_one_address_say_the_same() {
        assertThat(rows(Agreeing.class)).containsExactly(AccessTable.row(POST, "/seven", Set.of(Role.AGENT)));
        assertThatThrownBy(() -> rows(Disagreeing.class))
                .hasMessageContaining("use POST /seven, which is also said to be for");
    }

    private static List<AccessTable.Row> rows(Class<?> controller) {
        try (StaticWebApplicationContext context = new StaticWebApplicationContext()) {
            context.registerSingleton("controller", controller);
            context.refresh();
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            return HandlerRows.of("trial", mapping.getHandlerMethods(), EVERYWHERE);
        }
    }

    @RestController
    static class Marked {
        @GetMapping({"/one", "/two"})
        @Allow({Role.AGENT, Role.ADMIN})
        void roles() {}

        @PostMapping("/three")
        @AllowStaff
        void staff() {}

        @GetMapping("/four")
        @AllowAnyone
        void anyone() {}
    }

    @RestController
    @Allow(Role.AUDITOR)
    static class MarkedAsAWhole {
        @GetMapping("/five")
        void five() {}

        @GetMapping("/six")
        @AllowAnyone
        void six() {}
    }

    @RestController
    static class Frame {
        @GetMapping("/trial/signed-out")
        @AllowAnyone
        void signedOut() {}

        @GetMapping("/trial")
        @AllowStaff
        void home() {}
    }

    @RestController
    static class Failures implements ErrorController {
        @RequestMapping("/error")
        void error() {}
    }

    @RestController
    static class Careless {
        @GetMapping("/unmarked")
        void unmarked() {}

        @GetMapping("/twice")
        @AllowStaff
        @AllowAnyone
        void twice() {}

        @GetMapping("/nobody")
        @Allow({})
        void nobody() {}

        @RequestMapping("/every-method")
        @AllowStaff
        void everyMethod() {}

        @AllowAnyone
        void idle() {}

        @GetMapping("/trial/signed-out")
        @Allow(Role.ADMIN)
        void frame() {}
    }

    @RestController
    static class Agreeing {
        @PostMapping(path = "/seven", consumes = "application/json")
        @Allow(Role.AGENT)
        void json() {}

        @PostMapping(path = "/seven", consumes = "application/x-www-form-urlencoded")
        @Allow(Role.AGENT)
        void form() {}
    }

    @RestController
    static class Disagreeing {
        @PostMapping(path = "/seven", consumes = "application/json")
        @Allow(Role.AGENT)
        void json() {}

        @PostMapping(path = "/seven", consumes = "application/x-www-form-urlencoded")
        @AllowStaff
        void form() {}
    }
}
