@NullMarked
package io.minutebook.platform.messaging;

import org.jspecify.annotations.NullMarked;
