/** The record of a case, worked out from its published events alone: pure, so that tables, pages, exports and memory come to the same. */
@NullMarked
package io.minutebook.followup.record;

import org.jspecify.annotations.NullMarked;
