/** Reads another system's log, CSV or XES, row by row, and says in our words what a mapping makes of each row. */
@NullMarked
package io.minutebook.cli.history;

import org.jspecify.annotations.NullMarked;
