package io.minutebook.planted.api;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A command controller that no form can reach. */
@RequestMapping("/api/planted/things")
public final class HasOneDoor {
    @PostMapping
    void send() {}
}
