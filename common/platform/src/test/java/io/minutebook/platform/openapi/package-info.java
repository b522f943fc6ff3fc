@NullMarked
package io.minutebook.platform.openapi;

import org.jspecify.annotations.NullMarked;
