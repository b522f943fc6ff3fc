package io.minutebook.platform.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link Text}; each refusal says which part of it was broken. */
public final class TextValidator implements ConstraintValidator<Text, CharSequence> {
    private int max = Integer.MAX_VALUE;
    private boolean blank;

    @Override
    public void initialize(Text rule) {
        max = rule.max();
        blank = rule.blank();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        String fault = text == null ? null : fault(text);
        if (fault == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
        return false;
    }

    private @Nullable String fault(CharSequence text) {
        if (!blank && text.toString().isBlank()) {
            return "must not be blank";
        }
        if (text.chars().anyMatch(unit -> unit == 0)) {
            return "must not contain the character NUL";
        }
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            return "must not contain half of a surrogate pair";
        }
        return text.codePoints().limit(max + 1L).count() > max
                ? "must not be longer than " + max + " characters"
                : null;
    }
}
