package io.minutebook.contract;

import org.jspecify.annotations.Nullable;

/**
 * Somebody searched and the knowledge base had nothing: a gap to fill.
 *
 * @param missId the miss, a UUID, the same all day for the same text
 * @param query what was searched for
 * @param language the language asked for, a BCP 47 tag
 * @param product the product model asked for
 * @param site the site that asked
 */
@Event(topics = Topics.KNOWLEDGE_ARTICLES)
public record KnowledgeMissed(
        @OffTimeline String missId,
        String query,
        @Nullable String language,
        @Nullable String product,
        @OffTimeline @Nullable String site)
        implements PublishedEvent {
    public KnowledgeMissed {
        FieldChecks.present(missId, "missId");
        FieldChecks.present(query, "query");
    }
}
