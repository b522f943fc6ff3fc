package io.minutebook.intake.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** When something is due that was promised: since the year 2000, and at most 366 days ahead. */
@Constraint(validatedBy = DueTimeValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface DueTime {
    String message() default "must be a time since 2000-01-01 and within the next 366 days";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
