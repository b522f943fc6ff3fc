package io.minutebook.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case was opened for what a customer asks, reports, suggests or complains about; the preprocess clock runs from here.
 *
 * @param caseId the case, a UUID
 * @param caseNumber the number people read out over the phone, unique across sites
 * @param callId the call it was registered from
 * @param site the call center
 * @param channel how the customer came in: phone, chat, mail, web …
 * @param type what the customer wants
 * @param priority as the site names its priorities; absent where it has none
 * @param owner who took the first contact and stays responsible to the end (首问负责)
 * @param customerName who asks for help
 * @param customerPhone where the customer is called back
 * @param customerEmail where the customer is written to
 * @param customerLanguage the language the customer is served in, a BCP 47 tag such as zh-CN
 * @param productModel model of the product
 * @param productSerialNumber serial number of the product
 * @param symptom what is wrong, in the words of the registration
 * @param startedAt since when, as the customer says
 * @param frequency how often, as the customer says
 * @param actionsTried what the customer has tried already
 */
public record CaseRegistered(
        String caseId,
        String caseNumber,
        @Nullable String callId,
        String site,
        String channel,
        CaseType type,
        @Nullable String priority,
        String owner,
        @Personal String customerName,
        @Personal String customerPhone,
        @Personal @Nullable String customerEmail,
        @Nullable String customerLanguage,
        @Nullable String productModel,
        @Personal @Nullable String productSerialNumber,
        String symptom,
        @Nullable Instant startedAt,
        @Nullable String frequency,
        List<String> actionsTried)
        implements OnCase {
    public CaseRegistered {
        FieldChecks.present(caseId, "caseId");
        FieldChecks.present(caseNumber, "caseNumber");
        FieldChecks.present(site, "site");
        FieldChecks.present(channel, "channel");
        FieldChecks.present(type, "type");
        FieldChecks.present(owner, "owner");
        FieldChecks.present(customerName, "customerName");
        FieldChecks.present(customerPhone, "customerPhone");
        FieldChecks.present(symptom, "symptom");
        actionsTried = FieldChecks.list(actionsTried);
    }
}
