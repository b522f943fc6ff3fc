package io.minutebook.kernel;

import org.jspecify.annotations.Nullable;

/** Where a policy is asked for; channel and priority are null where the subject has none. */
public record Scope(
        String site, @Nullable String channel, @Nullable String priority) {
    public static Scope of(String site) {
        return new Scope(site, null, null);
    }
}
