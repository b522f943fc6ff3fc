/** What happens can be followed: traces from request to message to request, exported nowhere by default. */
@NullMarked
package io.minutebook.platform.telemetry;

import org.jspecify.annotations.NullMarked;
