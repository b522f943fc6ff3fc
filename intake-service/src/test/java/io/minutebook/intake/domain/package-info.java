@NullMarked
package io.minutebook.intake.domain;

import org.jspecify.annotations.NullMarked;
