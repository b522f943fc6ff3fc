package io.minutebook.followup.page.followups;

import static io.minutebook.platform.security.Role.AGENT;
import static io.minutebook.platform.security.Role.FOLLOWUP;

import io.minutebook.followup.domain.cases.CaseClock;
import io.minutebook.followup.domain.cases.CaseCommand;
import io.minutebook.followup.domain.cases.CaseEvent;
import io.minutebook.followup.domain.cases.CaseFile;
import io.minutebook.followup.domain.cases.CaseState;
import io.minutebook.kernel.Clocks;
import io.minutebook.kernel.History;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.SitePolicies;
import io.minutebook.platform.command.AggregateStates;
import io.minutebook.platform.command.AggregateType;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.SiteAccess;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What to know before the customer is called, and the form that records the call. It shows the state of the case itself, so a call is seen at once. */
@Controller
class CallbackPage {
    private final AggregateStates aggregateStates;
    private final AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases;
    private final SiteAccess access;
    private final Supplier<SitePolicies> policies;

    CallbackPage(
            AggregateStates aggregateStates,
            AggregateType<CaseCommand, History<CaseState, CaseEvent>, CaseEvent> cases,
            SiteAccess access,
            Supplier<SitePolicies> policies) {
        this.aggregateStates = aggregateStates;
        this.cases = cases;
        this.access = access;
        this.policies = policies;
    }

    @GetMapping("/followup/cases/{caseId}/callbacks")
    @Allow({AGENT, FOLLOWUP})
    String callback(@PathVariable UUID caseId, Model model) {
        History<CaseState, CaseEvent> history = aggregateStates.state(cases, caseId.toString());
        CaseState.Known known = known(history.phase());
        CaseFile file = known.file();
        CaseState.Resolution resolution = known.resolution();
        model.addAttribute("file", file);
        model.addAttribute("phase", phase(known));
        model.addAttribute("zone", policies.get().site(file.ref().site()).zone());
        model.addAttribute("resolvedAt", resolution == null ? null : resolution.at());
        model.addAttribute("dueAt", dueAt(history.clocks()));
        return "followup/followups/callback";
    }

    private CaseState.Known known(CaseState state) {
        return switch (state) {
            case CaseState.Unknown unknown ->
                throw new Rejected("case-not-found", "Followup has not been told of such a case.");
            case CaseState.Known known -> {
                access.require(known.file().ref().site());
                yield known;
            }
        };
    }

    /** By when the customer is to be called, while that is owed. */
    private static @Nullable Instant dueAt(Clocks clocks) {
        return clocks.latest(CaseClock.CALLBACK.id())
                .filter(Clocks.ClockRound::open)
                .map(Clocks.ClockRound::dueAt)
                .orElse(null);
    }

    private static String phase(CaseState.Known known) {
        return switch (known) {
            case CaseState.Open open -> "open";
            case CaseState.Resolved resolved -> "resolved";
            case CaseState.Restored restored -> "restored";
            case CaseState.Cleared cleared -> "cleared";
        };
    }
}
