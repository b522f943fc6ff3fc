package io.minutebook.platform.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A telephone number as people write it, with an extension if there is one: 1 to 40 characters, at least one digit. */
@Pattern(regexp = "^(?=.{1,40}$)(?=.*[0-9])[0-9+\\-() *#/.,xX]{1,40}$")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Phone {
    String message() default "must be a telephone number";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
