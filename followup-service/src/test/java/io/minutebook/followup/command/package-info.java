/** What the way in stores. */
@NullMarked
package io.minutebook.followup.command;

import org.jspecify.annotations.NullMarked;
