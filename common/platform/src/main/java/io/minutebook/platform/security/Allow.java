package io.minutebook.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets those use an address who hold one of these roles at the site that the request concerns. On a controller's class it holds for each handler
 * method that has no such annotation itself. Without {@code @Allow}, {@link AllowStaff} or {@link AllowAnyone} the service does not start.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {
    /** The roles, at least one. */
    Role[] value();
}
