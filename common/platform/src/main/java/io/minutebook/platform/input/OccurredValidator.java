package io.minutebook.platform.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link Occurred}; "now" is the validator's clock, which is the application's. */
public final class OccurredValidator implements ConstraintValidator<Occurred, Instant> {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    @Override
    public boolean isValid(@Nullable Instant at, ConstraintValidatorContext context) {
        return at == null
                || (!at.isBefore(FIRST)
                        && !at.isAfter(
                                context.getClockProvider().getClock().instant().plus(LEEWAY)));
    }
}
