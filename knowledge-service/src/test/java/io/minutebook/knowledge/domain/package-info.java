/** The rules, told as stories. */
@NullMarked
package io.minutebook.knowledge.domain;

import org.jspecify.annotations.NullMarked;
