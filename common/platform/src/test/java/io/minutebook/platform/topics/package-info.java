@NullMarked
package io.minutebook.platform.topics;

import org.jspecify.annotations.NullMarked;
