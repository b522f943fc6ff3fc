/** Followup's rules told as stories. */
@NullMarked
package io.minutebook.followup.domain.cases;

import org.jspecify.annotations.NullMarked;
