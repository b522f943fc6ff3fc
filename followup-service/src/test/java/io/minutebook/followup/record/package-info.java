/** The record of a case, worked out from events. */
@NullMarked
package io.minutebook.followup.record;

import org.jspecify.annotations.NullMarked;
