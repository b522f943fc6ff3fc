package io.minutebook.platform.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** When something happened: not before the year 2000 (UTC) and not more than 60 seconds in the future. Null means now. */
@Constraint(validatedBy = OccurredValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Occurred {
    String message() default "must be a time since 2000-01-01 and not in the future";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
