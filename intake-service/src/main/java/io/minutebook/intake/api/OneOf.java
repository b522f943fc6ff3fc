package io.minutebook.intake.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One of an enum's words, in capitals or small letters, with hyphens or underscores. */
@Constraint(validatedBy = OneOfValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface OneOf {
    Class<? extends Enum<?>> value();

    String message() default "must be one of its words";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
