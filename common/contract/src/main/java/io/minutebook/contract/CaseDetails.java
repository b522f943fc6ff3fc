package io.minutebook.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was registered of a case. It goes along when a case is handed over, so that whoever gets it need not ask back. In JSON its fields stand flat
 * among those of the event.
 *
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
public record CaseDetails(
        @Choice({"phone", "chat", "web", "email", "sms", "on-site", "other"})
        String channel,

        CaseType type,

        @Choice({"low", "normal", "high", "urgent"}) @Nullable
        String priority,

        String owner,
        @OffTimeline @Personal String customerName,
        @OffTimeline @Personal String customerPhone,
        @OffTimeline @Personal @Nullable String customerEmail,
        @OffTimeline @Nullable String customerLanguage,
        @Nullable String productModel,
        @OffTimeline @Personal @Nullable String productSerialNumber,
        String symptom,
        @Nullable Instant startedAt,
        @Nullable String frequency,
        List<String> actionsTried) {
    public CaseDetails {
        FieldChecks.present(channel, "channel");
        FieldChecks.present(type, "type");
        FieldChecks.present(owner, "owner");
        FieldChecks.present(customerName, "customerName");
        FieldChecks.present(customerPhone, "customerPhone");
        FieldChecks.present(symptom, "symptom");
        actionsTried = FieldChecks.list(actionsTried);
    }
}
