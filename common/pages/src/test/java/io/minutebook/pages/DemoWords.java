package io.minutebook.pages;

import io.minutebook.kernel.Rejected;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.AllowAnyone;
import io.minutebook.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A command with its two doors, and pages with a form for it. */
final class DemoWords {
    private DemoWords() {}

    @RestController
    @RequestMapping({"/api/probe/words", "/probe/words"})
    static class WordsCommandController {
        record WordsRequest(@Text(max = 10) String text) {}

        record Said(String text, @Nullable String key) {}

        private @Nullable String lastKey;

        @PostMapping
        @ResponseStatus(HttpStatus.CREATED)
        @AllowAnyone
        Said say(
                @RequestBody WordsRequest words,
                @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
            if (words.text().equals("no")) {
                throw new Rejected("no-such-word", "That is none.");
            }
            lastKey = key;
            return new Said(words.text(), key);
        }

        @GetMapping("/last-key")
        @AllowAnyone
        String lastKey() {
            return String.valueOf(lastKey);
        }
    }

    @Controller
    static class WordsPages {
        @GetMapping("/probe/words/page")
        @AllowAnyone
        String page(@RequestParam(defaultValue = "none") String text, Model model) {
            model.addAttribute("query", text);
            return "probe/words";
        }

        @GetMapping("/probe/words/closed")
        @Allow(Role.ADMIN)
        String closed(Model model) {
            model.addAttribute("query", "secret");
            return "probe/words";
        }

        @GetMapping("/probe/words/broken")
        @AllowAnyone
        String broken() {
            throw new Rejected("broken", "This page never works.");
        }
    }
}
