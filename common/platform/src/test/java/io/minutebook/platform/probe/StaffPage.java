package io.minutebook.platform.probe;

import io.minutebook.platform.security.AllowStaff;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An address that only people who have signed in may open. */
@RestController
class StaffPage {
    @GetMapping("/probe/page")
    @AllowStaff
    String page() {
        return "";
    }
}
