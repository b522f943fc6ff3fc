package io.minutebook.kernel;

import org.jspecify.annotations.Nullable;

/** Where a policy is asked for; channel and priority are null where the subject has none. */
public record PolicyScope(
        String site, @Nullable String channel, @Nullable String priority) {
    public static PolicyScope of(String site) {
        return new PolicyScope(site, null, null);
    }
}
