/** Followup's rules told as stories. */
@NullMarked
package io.minutebook.followup.domain;

import org.jspecify.annotations.NullMarked;
