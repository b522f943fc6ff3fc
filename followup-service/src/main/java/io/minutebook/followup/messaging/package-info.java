/** Between followup and the topics: what it tells, what it hears. */
@NullMarked
package io.minutebook.followup.messaging;

import org.jspecify.annotations.NullMarked;
