/** The sites and the limits of their clocks. */
@NullMarked
package io.minutebook.platform.sites;

import org.jspecify.annotations.NullMarked;
