/** The rules, told as stories. */
@NullMarked
package io.minutebook.escalation.domain;

import org.jspecify.annotations.NullMarked;
