@NullMarked
package io.minutebook.platform.security;

import org.jspecify.annotations.NullMarked;
