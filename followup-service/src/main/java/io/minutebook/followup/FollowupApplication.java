package io.minutebook.followup;

import io.minutebook.followup.domain.cases.SurveyAddress;
import io.minutebook.platform.Service;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The followup service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FollowupApplication {
    public static void main(String... args) {
        Service.run(FollowupApplication.class, "followup", args);
    }

    @Bean
    SurveyAddress surveyAddress(
            @Value("${minutebook.survey.origin:http://localhost:8080}") String origin,
            @Value("${minutebook.survey.valid-for:30d}") Duration validFor) {
        return new SurveyAddress(origin, validFor);
    }
}
