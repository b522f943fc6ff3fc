package io.minutebook.followup.api;

import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.SurveyAddress;
import io.minutebook.followup.domain.cases.SurveyToken;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.AllowAnyone;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The customer's answer, for whoever holds the link. */
@RestController
@RequestMapping({"/api/followup/surveys", "/followup/surveys"})
class SurveyCommandController {
    /**
     * @param score satisfaction, 1 (worst) to 5 (best)
     * @param recommend likelihood to recommend, 0 to 10
     * @param comment in the customer's own words
     */
    record AnswerRequest(
            @Min(1) @Max(5) int score,
            @Nullable @Min(0) @Max(10) Integer recommend,
            @Nullable @Text(blank = true) String comment) {}

    private final Commands commands;
    private final SurveyAddress address;

    SurveyCommandController(Commands commands, SurveyAddress address) {
        this.commands = commands;
        this.address = address;
    }

    @PostMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowAnyone
    void answer(@PathVariable String token, @RequestBody AnswerRequest r) {
        String caseId = SurveyToken.caseOf(token)
                .orElseThrow(() -> new Rejected("survey-not-found", "There is no such survey."));
        commands.sendOpenly(
                new CaseCommand.AnswerSurvey(caseId, token, r.score(), r.recommend(), r.comment(), address.validFor()),
                "customer");
    }
}
