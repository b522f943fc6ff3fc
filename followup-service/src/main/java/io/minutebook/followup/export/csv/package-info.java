/** Imported history as CSV. */
@NullMarked
package io.minutebook.followup.export.csv;

import org.jspecify.annotations.NullMarked;
