package io.minutebook.planted.api;

import org.springframework.web.bind.annotation.GetMapping;

/** A controller with a handler method that does not say who may use it. */
public final class TellsNobodyWhoMayAsk {
    @GetMapping("/answer")
    void answer() {}
}
