package io.minutebook.platform.probe;

import static io.minutebook.platform.security.Role.ADMIN;
import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.AUDITOR;
import static io.minutebook.platform.security.Role.SUPERVISOR;

import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.input.BodyLimit;
import io.minutebook.platform.input.Email;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.Phone;
import io.minutebook.platform.input.SiteId;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.AllowAnyone;
import io.minutebook.platform.security.SiteAccess;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes and gives notes. */
@RestController
@RequestMapping("/api/probe")
class NoteApi {
    enum Kind {
        CALL,
        VISIT
    }

    record Customer(
            @Text(max = 100) String name,
            @Phone String phone,
            @Nullable @Email String mail) {}

    record Note(
            @Text(max = 50_000, blank = true) String text,
            @SiteId String site,
            Kind kind,
            @Min(0) @Max(10) int count,
            @Nullable @Occurred Instant occurredAt,
            @Nullable UUID reference,
            @Nullable Boolean urgent,
            @Nullable Customer customer,
            @Size(max = 3) List<@Text(max = 20) String> steps,
            List<Customer> others,
            Map<String, String> attributes) {}

    @BodyLimit(mebibytes = 2)
    record Bulk(List<String> rows) {}

    private final SiteAccess access;

    NoteApi(SiteAccess access) {
        this.access = access;
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(AGENT)
    Note note(@RequestBody Note note) {
        return note;
    }

    @PostMapping("/bulk")
    @Allow(ADMIN)
    Map<String, Integer> bulk(@RequestBody Bulk bulk) {
        return Map.of("rows", bulk.rows().size());
    }

    @PostMapping("/anything")
    @Allow(AGENT)
    JsonNode anything(@RequestBody JsonNode body) {
        return body;
    }

    @GetMapping("/notes/{caseId}")
    @Allow({AGENT, AUDITOR})
    Map<String, String> read(@PathVariable UUID caseId) {
        return Map.of(
                "caseId",
                caseId.toString(),
                "caller",
                access.caller(),
                "via",
                String.valueOf(access.actor().via()));
    }

    @GetMapping("/notes")
    @Allow(AGENT)
    Map<String, String> search(@RequestParam @Text(max = 10) String q, @RequestParam(defaultValue = "1") int page) {
        return Map.of("q", q, "page", String.valueOf(page));
    }

    @GetMapping("/refusals/{code}")
    @Allow(AGENT)
    void refuse(@PathVariable String code) {
        throw code.endsWith("-yet") ? Rejected.notYet(code, "because") : new Rejected(code, "because");
    }

    @GetMapping("/faults")
    @Allow(AGENT)
    void fail() {
        throw new IllegalStateException("secret inside");
    }

    @GetMapping("/log")
    @Allow(AGENT)
    void read() {
        throw new LogUnavailable("secret is away", null);
    }

    @GetMapping("/sites/{site}")
    @Allow(SUPERVISOR)
    Map<String, Object> atSite(@PathVariable String site) {
        access.require(site);
        return Map.of("sites", access.sites().map(sites -> (Object) sites).orElse("all"));
    }

    @GetMapping("/open")
    @AllowAnyone
    Map<String, String> open() {
        return Map.of("caller", access.caller());
    }
}
