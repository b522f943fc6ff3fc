package io.minutebook.planted.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A command controller that would answer JSON at the address of a page. */
@RequestMapping({"/api/planted/things", "/planted/things"})
public final class AlsoReads {
    @PostMapping
    void send() {}

    @GetMapping
    void read() {}
}
