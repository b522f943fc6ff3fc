package io.minutebook.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an event does to the status of its case. Every event of a case states it; without a value the status stays as it is. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Status {
    /** The status from this event on; nothing where it stays as it is. */
    CaseStatus[] value() default {};

    /** Whether a suspended case is again where it stood before its suspension. */
    boolean resumes() default false;
}
