/** The rules of a case that an engineer or a vendor works on: answers, plans, escalations, resolution, and their clocks. */
@NullMarked
package io.minutebook.escalation.domain.cases;

import org.jspecify.annotations.NullMarked;
