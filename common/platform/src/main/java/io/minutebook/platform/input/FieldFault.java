package io.minutebook.platform.input;

/**
 * One faulty field of a request and what it must be.
 *
 * @param field a path such as {@code customer.phone} or {@code steps[2]}
 * @param message what is wrong, as the end of a sentence that begins with the field: "is required"
 */
public record FieldFault(String field, String message) {}
