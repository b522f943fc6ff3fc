package io.minutebook.escalation;

import io.minutebook.platform.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The escalation service as a program of its own. */
@SpringBootApplication
public class EscalationApplication {
    public static void main(String[] args) {
        Service.run(EscalationApplication.class, "escalation", args);
    }
}
