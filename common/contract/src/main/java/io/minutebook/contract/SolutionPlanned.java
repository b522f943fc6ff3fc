package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * How the fault will be solved is determined; the callback clock runs from here, and this stops the plan clock.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param site the call center
 * @param channel how the customer came in: phone, chat, mail, web …
 * @param type what the customer wants
 * @param priority as the site names its priorities; absent where it has none
 * @param customerName who asks for help
 * @param customerPhone where the customer is called back
 * @param customerEmail where the customer is written to
 * @param customerLanguage the language the customer is served in, a BCP 47 tag such as zh-CN
 * @param productModel model of the product
 * @param productSerialNumber serial number of the product
 * @param plan the plan
 * @param tier who determined it
 * @param engineer the engineer it was dispatched to
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record SolutionPlanned(
        String caseId,
        String caseNumber,
        String site,
        String channel,
        CaseType type,
        @Nullable String priority,
        @Personal String customerName,
        @Personal String customerPhone,
        @Personal @Nullable String customerEmail,
        @Nullable String customerLanguage,
        @Nullable String productModel,
        @Personal @Nullable String productSerialNumber,
        String plan,
        Tier tier,
        @Nullable String engineer,
        int cycle)
        implements OnCase {
    public SolutionPlanned {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(channel, "channel");
        FieldChecks.present(type, "type");
        FieldChecks.present(customerName, "customerName");
        FieldChecks.present(customerPhone, "customerPhone");
        FieldChecks.present(plan, "plan");
        FieldChecks.present(tier, "tier");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
