/** The rules of followup: callback, restoration, clearance (销障) and survey. Java and the kernel only. */
@NullMarked
package io.minutebook.followup.domain.cases;

import org.jspecify.annotations.NullMarked;
