/** The command line: brings history in and out of a running suite, over its public API only. */
@NullMarked
package io.minutebook.cli;

import org.jspecify.annotations.NullMarked;
