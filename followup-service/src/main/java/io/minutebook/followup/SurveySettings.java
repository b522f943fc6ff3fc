package io.minutebook.followup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where customers answer.
 *
 * @param origin the address under which customers reach this installation, such as https://care.example.com
 */
@ConfigurationProperties("minutebook.survey")
public record SurveySettings(
        @DefaultValue("http://localhost:8080") String origin) {
    /** The page on which a customer answers, in Chinese or English as they are served. */
    public String link(String token, String language) {
        return origin + "/followup/surveys/" + token + "?lang=" + (language.startsWith("zh") ? "zh" : "en");
    }
}
