package io.minutebook.followup.page.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.minutebook.followup.Followup;
import io.minutebook.followup.record.RecordEntry;
import io.minutebook.followup.record.Scene;
import io.minutebook.followup.view.ledger.Played;
import io.minutebook.testing.Browser;
import io.minutebook.testing.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger's pages in a real browser, pictured in {@code target/pictures}. */
class LedgerPagesTest {
    private static final Followup FOLLOWUP = Followup.running();
    private static final Scene LATE = Played.late();
    private static final String SUPERVISOR = TestTokens.token("chen", "supervisor");
    private static final Path PICTURES = Path.of("target", "pictures");

    @BeforeAll
    static void folder() throws IOException {
        Files.createDirectories(PICTURES);
    }

    @Test
    void the_page_of_a_case_grows_live_and_names_what_is_late() {
        Page page = Browser.visit().as(SUPERVISOR).open();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(address("/followup/cases/" + LATE.caseId));
        PlaywrightAssertions.assertThat(page.locator(".alarm")).containsText("engineer’s reply");
        PlaywrightAssertions.assertThat(page.locator("#live-mark")).isVisible();
        Scene more = new Scene("x", "shanghai");
        Played.tell(moved(more));
        PlaywrightAssertions.assertThat(page.locator(".ledger")).containsText("光缆已熔接");
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "case", "record", "none"})
    void pages_are_pictured_and_fit(String name) {
        String path = switch (name) {
            case "case" -> "/followup/cases/" + LATE.caseId;
            case "record" -> "/followup/cases/" + LATE.caseId + "/record";
            case "none" -> "/followup/cases?q=nothing-like-this";
            default -> "/followup/cases";
        };
        for (boolean dark : new boolean[] {false, true}) {
            for (boolean phone : new boolean[] {false, true}) {
                picture(name, path, dark, phone);
            }
        }
    }

    private static void picture(String name, String path, boolean dark, boolean phone) {
        Browser.Visit visit = Browser.visit().as(SUPERVISOR);
        if (dark) {
            visit.inTheDark().inChinese();
        }
        if (phone) {
            visit.inChinese().onAPhone();
        }
        Page page = visit.open();
        page.navigate(address(path));
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(
                        "%s-%s-%s.png".formatted(name, phone ? "phone" : "desk", dark ? "dark" : "light"))));
        assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as("%s is wider than the screen", name)
                .isEqualTo(false);
        page.context().close();
    }

    private static RecordEntry moved(Scene scene) {
        UUID id = scene.step("ProgressReported", LATE.entries().getLast().eventId(), 0, "\"note\":\"光缆已熔接\"");
        RecordEntry made = scene.entries().stream()
                .filter(e -> e.eventId().equals(id))
                .findFirst()
                .orElseThrow();
        return new RecordEntry(
                made.eventId(),
                made.service(),
                made.type(),
                LATE.caseId,
                made.occurredAt(),
                made.recordedAt(),
                made.causationId(),
                99,
                made.actor(),
                made.site(),
                null,
                made.data().replace(scene.caseId, LATE.caseId).replace("\"x\"", "\"SH-20260302-0007\""));
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + FOLLOWUP.context().getEnvironment().getRequiredProperty("local.server.port")
                + path;
    }
}
