package io.minutebook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTemplatesTest {
    private static final String HIDDEN = "<th:block th:replace=\"~{platform/form :: hidden(${f}, null)}\"/>";
    private static final String ORDER = "th:action=\"@{/planteddoors/things/{x}/orders(x=${case.id()})}\"";
    private static final String REQUIRED =
            "<input name=\"text\" value=\"a > b\"><select name='buyer.name'><option></select>";

    @TempDir
    private Path templates;

    @Test
    void a_form_that_fits_its_command_passes() throws IOException {
        assertThat(faults("<!-- <form method=post> --><form method=\"post\" " + ORDER + ">" + HIDDEN + REQUIRED
                        + "<input type=\"datetime-local\" name=\"at\"><textarea name=\"other.name\"></textarea>"
                        + "<input th:name=\"|lines[${row.index}].what|\"><input name=\"lines[0].count\">"
                        + "<input name=\"tags\"><input name=\"tags[0]\"><input type=\"hidden\" name=\"_zone\"></form>"
                        + "<form method=\"get\" action=\"/x\"><input name=\"anything\"></form>"))
                .isEmpty();
        assertThat(faults(
                        "<form method=\"post\" th:attr=\"data-x=${y},action=@{/planteddoors/things/{i}/stop(i=${a},lang=${b})},"
                                + "class=${c}\">" + HIDDEN + "</form>"))
                .isEmpty();
        assertThat(faults(
                        "<form method=\"POST\" th:action=\"|/planteddoors/things/${id}/stop|\">" + HIDDEN + "</form>"))
                .isEmpty();
    }

    @Test
    void a_field_the_record_does_not_know_is_found() throws IOException {
        assertThat(faults("<form method=\"post\" " + ORDER + ">" + HIDDEN + REQUIRED
                        + "<input name=\"phone\"><input name=\"lines[0].what\"><input name=\"lines[0].prize\"></form>"))
                .containsExactly(
                        "desk/page.html: the form at /planteddoors/things/{}/orders sends lines[].prize, which Request"
                                + " does not know; rename the field, or take it out of the form",
                        "desk/page.html: the form at /planteddoors/things/{}/orders sends phone, which Request"
                                + " does not know; rename the field, or take it out of the form");
    }

    @Test
    void a_required_field_that_is_missing_is_found() throws IOException {
        assertThat(faults("<form method=\"post\" " + ORDER + ">" + HIDDEN + "<input name=\"text\"></form>"))
                .containsExactly(
                        "desk/page.html: the form at /planteddoors/things/{}/orders does not send buyer.name, which"
                                + " Request requires; add a field of this name, or make the component @Nullable");
        assertThat(faults("<form method=\"post\" " + ORDER + ">" + HIDDEN + REQUIRED
                        + "<input name=\"other.phone\"><input th:name=\"|lines[${i}].count|\"></form>"))
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("does not send lines[].what"),
                        fault -> assertThat(fault).contains("does not send other.name"));
    }

    @Test
    void a_form_that_leads_nowhere_is_found() throws IOException {
        assertThat(faults("<form method=\"post\" action=\"/planteddoors/orders\">" + HIDDEN + "</form>"))
                .containsExactly(
                        "desk/page.html: no command controller answers POST /planteddoors/orders; correct the form's"
                                + " action, or give the controller this address");
        assertThat(faults("<form method=\"post\" th:action=\"${action}\">" + HIDDEN + "</form>"))
                .singleElement()
                .asString()
                .startsWith("desk/page.html: the action ${action} of a form is not written out");
    }

    @Test
    void a_form_without_its_own_fields_is_found() throws IOException {
        assertThat(faults("<form method=\"post\" action=\"/planteddoors/things/1/stop\"></form>"))
                .hasSize(1);
        assertThat(faults("<form method=\"post\" th:action=\"@{/planteddoors/things/{a}/stop(a=1)}\"></form>"))
                .singleElement()
                .asString()
                .contains("lacks the fields that every form has");
    }

    private List<String> faults(String html) throws IOException {
        Path page = templates.resolve("desk/page.html");
        Files.createDirectories(templates.resolve("desk"));
        Files.writeString(page, html);
        return FormTemplates.faults(templates, new ClassFileImporter().importPackages("io.minutebook.planteddoors"));
    }
}
