package io.minutebook.platform.probe;

import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.AllowAnyone;
import io.minutebook.platform.security.AllowStaff;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An address that only people who have signed in may open, with a form, and an open form. */
@RestController
class StaffPage {
    record Said(@Text(max = 10) String text) {}

    /** Returns the token that a form on the page would carry. */
    @GetMapping("/probe/page")
    @AllowStaff
    String page(@RequestAttribute("_csrf") CsrfToken csrf) {
        return csrf.getToken();
    }

    @PostMapping("/probe/page")
    @AllowStaff
    String say(@RequestBody Said said) {
        return said.text();
    }

    @PostMapping("/probe/letter-box")
    @AllowAnyone
    String drop(@RequestBody Said said) {
        return said.text();
    }
}
