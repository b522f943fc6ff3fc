package io.minutebook.followup.domain.cases;

/**
 * Where customers answer surveys.
 *
 * @param origin the address under which customers reach this installation, such as https://care.example.com
 */
public record SurveyAddress(String origin) {
    /** Returns the address of the page on which a customer answers, in Chinese or English as they are served. */
    public String link(String token, String language) {
        return origin + "/followup/surveys/" + token + "?lang=" + (language.startsWith("zh") ? "zh" : "en");
    }
}
