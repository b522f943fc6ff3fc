@NullMarked
package io.minutebook.projection;

import org.jspecify.annotations.NullMarked;
