package io.minutebook.planted.api;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A command controller whose two addresses do not belong together. */
@RequestMapping({"/api/planted/things", "/planted/other-things"})
public final class HasAnotherDoor {
    @PostMapping
    void send() {}
}
