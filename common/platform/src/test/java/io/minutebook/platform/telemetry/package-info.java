@NullMarked
package io.minutebook.platform.telemetry;

import org.jspecify.annotations.NullMarked;
