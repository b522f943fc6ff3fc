@NullMarked
package io.minutebook.platform.sites;

import org.jspecify.annotations.NullMarked;
