/** How fast the suite is beside the raw limits of the machine it runs on, and whether its record holds under adversaries. */
@NullMarked
package io.minutebook.bench;

import org.jspecify.annotations.NullMarked;
