package io.minutebook.followup.domain.cases;

import java.time.Duration;

/**
 * Where customers answer surveys, and how long.
 *
 * @param origin the address under which customers reach this installation, such as https://care.example.com
 * @param validFor how long a link can be used after it was sent
 */
public record SurveyAddress(String origin, Duration validFor) {
    /** Returns the address of the page on which a customer answers, in Chinese or English as they are served. */
    public String link(String token, String language) {
        return origin + "/followup/surveys/" + token + "?lang=" + (language.startsWith("zh") ? "zh" : "en");
    }
}
