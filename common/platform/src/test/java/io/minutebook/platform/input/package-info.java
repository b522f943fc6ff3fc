@NullMarked
package io.minutebook.platform.input;

import org.jspecify.annotations.NullMarked;
