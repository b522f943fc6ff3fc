/** The command line against a small server that plays the suite. */
@NullMarked
package io.minutebook.cli;

import org.jspecify.annotations.NullMarked;
