package io.minutebook.followup;

import io.minutebook.platform.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The followup service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FollowupApplication {
    public static void main(String... args) {
        Service.run(FollowupApplication.class, "followup", args);
    }
}
