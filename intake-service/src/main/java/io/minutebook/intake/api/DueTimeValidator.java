package io.minutebook.intake.api;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link DueTime}; "now" is the validator's clock, which is the application's. */
public final class DueTimeValidator implements ConstraintValidator<DueTime, Instant> {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration FURTHEST = Duration.ofDays(366);

    @Override
    public boolean isValid(@Nullable Instant at, ConstraintValidatorContext context) {
        Instant now = context.getClockProvider().getClock().instant();
        return at == null || !at.isBefore(FIRST) && !at.isAfter(now.plus(FURTHEST));
    }
}
