package io.minutebook.escalation.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A plan and nothing else, or else both the difficulty and the next steps. */
@Constraint(validatedBy = PlanOrDifficultyValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PlanOrDifficulty {
    String message() default "must be a plan, or the difficulty and the next steps";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
