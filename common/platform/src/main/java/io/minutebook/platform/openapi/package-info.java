/** The OpenAPI document of a service. */
@NullMarked
package io.minutebook.platform.openapi;

import org.jspecify.annotations.NullMarked;
