package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * The fault is dealt with, as far as those who worked on it can tell; the customer has yet to say so.
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
 * @param tier who solved it
 * @param summary what solved it
 * @param project the project, where it was dispatched
 * @param engineer the engineer, where it was dispatched
 * @param cycle 1 for the first way through, one more after each denied restoration
 */
public record Resolved(
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
        Tier tier,
        @Nullable String summary,
        @Nullable String project,
        @Nullable String engineer,
        int cycle)
        implements OnCase {
    public Resolved {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(channel, "channel");
        FieldChecks.present(type, "type");
        FieldChecks.present(customerName, "customerName");
        FieldChecks.present(customerPhone, "customerPhone");
        FieldChecks.present(tier, "tier");
        FieldChecks.atLeastOne(cycle, "cycle");
    }
}
