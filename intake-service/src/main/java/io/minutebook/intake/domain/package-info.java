/** The rules of intake: what may be done with a call and with a case, and what each step means. Plain Java, no clock but the decision's. */
@NullMarked
package io.minutebook.intake.domain;

import org.jspecify.annotations.NullMarked;
