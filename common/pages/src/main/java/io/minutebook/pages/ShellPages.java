package io.minutebook.pages;

import io.minutebook.platform.security.AllowAnyone;
import io.minutebook.platform.security.AllowStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The few pages every service has. */
@Controller
final class ShellPages {
    private final String home;

    ShellPages(String home) {
        this.home = home;
    }

    @GetMapping({"/", "/${minutebook.service}", "/${minutebook.service}/"})
    @AllowStaff
    String home() {
        return "redirect:" + home;
    }

    @GetMapping("/${minutebook.service}/signed-out")
    @AllowAnyone
    String signedOut(@RequestParam(required = false) @Nullable String failed, Model model) {
        model.addAttribute("failed", failed != null);
        return "platform/signed-out";
    }
}
