package io.minutebook.followup.api;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.FOLLOWUP;
import static io.minutebook.platform.security.Role.INTEGRATOR;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.minutebook.followup.domain.cases.CallbackWay;
import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.platform.command.Commands;
import io.minutebook.platform.input.Occurred;
import io.minutebook.platform.input.StatedInput;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calling the customer back and clearing the fault. Those who repair do not clear: that is for those who speak with the customer. */
@RestController
@RequestMapping({"/api/followup/cases/{caseId}", "/followup/cases/{caseId}"})
class FollowupCaseCommandController {
    /**
     * @param how CALL, or IN_CALL where they were asked on the very call on which the case was taken and solved; CALL where it is left out
     * @param reached whether the customer came to the phone
     * @param restored what they answered to "is it working again?"; leave it out if they were not asked
     * @param occurredAt when, for a late entry
     * @param evidence what shows that it was then, needed where a breached limit would be taken back: a call, a message, a note
     */
    record CallbackRequest(
            @Nullable CallbackWay how,
            boolean reached,
            @Nullable Boolean restored,
            @Nullable @Text(blank = true) String note,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    /**
     * @param occurredAt when, for a late entry
     * @param evidence as of a call
     */
    record ClearanceRequest(
            @Nullable @Text(blank = true) String note,
            @Nullable @Occurred Instant occurredAt,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 10)
            List<@Text(max = 500) String> evidence) {}

    private final Commands commands;
    private final SiteAccess access;

    FollowupCaseCommandController(Commands commands, SiteAccess access) {
        this.commands = commands;
        this.access = access;
    }

    @PostMapping("/callbacks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, FOLLOWUP, INTEGRATOR})
    void callBack(@PathVariable UUID caseId, @RequestBody CallbackRequest r) {
        commands.send(new CaseCommand.CallBackCustomer(
                caseId.toString(),
                access.caller(),
                r.how() == null ? CallbackWay.CALL : r.how(),
                r.reached(),
                r.restored(),
                r.note(),
                StatedInput.of(r.occurredAt(), r.evidence())));
    }

    @PostMapping("/clearance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow({AGENT, FOLLOWUP, INTEGRATOR})
    void clear(@PathVariable UUID caseId, @RequestBody ClearanceRequest r) {
        commands.send(new CaseCommand.ClearFault(
                caseId.toString(), access.caller(), r.note(), StatedInput.of(r.occurredAt(), r.evidence())));
    }
}
