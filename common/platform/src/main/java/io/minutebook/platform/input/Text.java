package io.minutebook.platform.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text people wrote: kept exactly as it came. Refused are a NUL, a lone surrogate, and more than {@link #max()} characters (code points).
 * Where {@link #blank()} is false, something must stand in it. A missing (null) text is left to {@code @NotNull} or to the field's type.
 */
@Constraint(validatedBy = TextValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {
    int max() default 4000;

    boolean blank() default false;

    String message() default "must be text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
