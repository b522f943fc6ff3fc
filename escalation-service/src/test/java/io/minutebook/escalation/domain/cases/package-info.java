/** The rules, told as stories. */
@NullMarked
package io.minutebook.escalation.domain.cases;

import org.jspecify.annotations.NullMarked;
