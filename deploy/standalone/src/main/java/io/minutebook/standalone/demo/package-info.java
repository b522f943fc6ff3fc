/** The lively day: invented calls at a few sites, played through the public API on a clock that catches up with now. */
@NullMarked
package io.minutebook.standalone.demo;

import org.jspecify.annotations.NullMarked;
