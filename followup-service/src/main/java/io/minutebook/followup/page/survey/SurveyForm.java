package io.minutebook.followup.page.survey;

import io.minutebook.platform.input.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What the page's form sends; the browser sends what was not answered as nothing or as an empty text. */
record SurveyForm(
        @NotNull @Min(1) @Max(5) @Nullable Integer score,
        @Min(0) @Max(10) @Nullable Integer recommend,
        @Text(blank = true) @Nullable String comment) {
    static final SurveyForm EMPTY = new SurveyForm(null, null, null);

    @Nullable
    String commentOrNone() {
        return comment == null || comment.isBlank() ? null : comment;
    }
}
