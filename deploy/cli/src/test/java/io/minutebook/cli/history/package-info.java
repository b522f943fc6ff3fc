/** Small generated logs through reader, mapping and places. */
@NullMarked
package io.minutebook.cli.history;

import org.jspecify.annotations.NullMarked;
