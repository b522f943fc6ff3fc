/** Stories of cases. */
@NullMarked
package io.minutebook.intake.domain.cases;

import org.jspecify.annotations.NullMarked;
