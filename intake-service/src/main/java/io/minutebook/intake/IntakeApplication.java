package io.minutebook.intake;

import io.minutebook.platform.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The intake service. */
@SpringBootApplication(proxyBeanMethods = false)
public class IntakeApplication {
    public static void main(String[] args) {
        Service.run(IntakeApplication.class, "intake", args);
    }
}
