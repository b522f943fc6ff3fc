@NullMarked
package io.minutebook.platform.stream;

import org.jspecify.annotations.NullMarked;
