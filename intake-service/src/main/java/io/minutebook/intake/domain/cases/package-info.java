/** The rules of a case in intake: registration, pre-processing, dispatch, promises, imported history. */
@NullMarked
package io.minutebook.intake.domain.cases;

import org.jspecify.annotations.NullMarked;
