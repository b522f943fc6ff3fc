package io.minutebook.followup.domain.cases;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The secret in a survey's link: the case it is about, and 128 bits nobody can guess. */
public final class SurveyToken {
    private static final int BYTES = 32;
    private static final int CHARACTERS = 43;

    private SurveyToken() {}

    public static String of(UUID caseId, long secret, long moreSecret) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(caseId.getMostSignificantBits())
                .putLong(caseId.getLeastSignificantBits())
                .putLong(secret)
                .putLong(moreSecret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The case a token may be about; empty for what is no token. Whether it is the right secret the case knows. */
    public static Optional<String> caseOf(String token) {
        if (token.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
