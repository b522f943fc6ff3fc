package io.minutebook.platform.probe;

import org.springframework.stereotype.Controller;

/** The shell's pieces on a page, to look at. */
@Controller
class DemoPages {}
