package io.minutebook.intake.api;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link OneOf}; a refusal names the words. */
public final class OneOfValidator implements ConstraintValidator<OneOf, String> {
    private List<String> words = List.of();

    @Override
    public void initialize(OneOf rule) {
        words = Arrays.stream(rule.value().getEnumConstants()).map(Enum::name).toList();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null || words.contains(name(text))) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("must be one of " + String.join(", ", words))
                .addConstraintViolation();
        return false;
    }

    /** The constant of a word that passed the rule. */
    static <E extends Enum<E>> E of(Class<E> words, String text) {
        return Enum.valueOf(words, name(text));
    }

    private static String name(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
