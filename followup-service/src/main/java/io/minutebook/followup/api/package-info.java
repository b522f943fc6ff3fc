/** The way in for people: requests that become commands, and the state of a case as it is now. */
@NullMarked
package io.minutebook.followup.api;

import org.jspecify.annotations.NullMarked;
