package io.minutebook.escalation.api;

import io.minutebook.escalation.api.DispatchedCaseCommandController.Answer;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link PlanOrDifficulty}; it names the field that is missing or one too many. */
public final class PlanOrDifficultyValidator implements ConstraintValidator<PlanOrDifficulty, Answer> {
    @Override
    public boolean isValid(@Nullable Answer answer, ConstraintValidatorContext context) {
        if (answer == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        boolean planned = answer.plan() != null;
        String fault = planned ? "must not stand beside a plan" : "is required where there is no plan";
        boolean valid = true;
        if (planned == (answer.difficulty() != null)) {
            name("difficulty", fault, context);
            valid = false;
        }
        if (planned == (answer.nextSteps() != null)) {
            name("nextSteps", fault, context);
            valid = false;
        }
        return valid;
    }

    private static void name(String field, String fault, ConstraintValidatorContext context) {
        context.buildConstraintViolationWithTemplate(fault)
                .addPropertyNode(field)
                .addConstraintViolation();
    }
}
