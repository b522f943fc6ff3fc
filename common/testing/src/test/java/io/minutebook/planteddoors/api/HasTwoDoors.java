package io.minutebook.planteddoors.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** A command controller with a door for machines and one for forms. */
@RequestMapping({"/api/planteddoors/things/{id}", "/planteddoors/things/{id}"})
public final class HasTwoDoors {
    /** A line of a request. */
    public record Line(String what, @Nullable Integer count) {}

    /** A buyer. */
    public record Buyer(String name, @Nullable String phone) {}

    /** A request with everything a form can have. */
    public record Request(
            String text,
            @Nullable Instant at,
            Buyer buyer,
            @Nullable Buyer other,
            List<Line> lines,
            List<String> tags) {}

    @PostMapping("/orders")
    void order(@RequestBody Request request) {}

    @PostMapping("/stop")
    void stop() {}

    @PutMapping
    void put(@RequestBody Buyer request) {}
}
