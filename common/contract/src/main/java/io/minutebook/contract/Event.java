package io.minutebook.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a record a published event. It travels under the record's simple name, for ever. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Event {
    /** The topics that carry it, of {@link Topics}. */
    String[] topics();

    /** The version of the value's shape, from 1. A change that old readers do not survive needs the next one. */
    int version() default 1;
}
