package io.minutebook.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored, for ever: a record may be renamed in code, its stored name may not. Within a service it is
 * preceded by the service, as in {@code intake.FaultDispatched}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {
    String value();

    /** The version that is written today, from 1. A later one needs an upcaster from each version before it that can still be read. */
    int version() default 1;

    /** The oldest version that can still be read; an event of an older one is refused. */
    int oldest() default 1;
}
