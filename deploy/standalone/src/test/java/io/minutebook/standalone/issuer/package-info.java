/** The issuer gives tokens to the demo machine and signs people in. */
@NullMarked
package io.minutebook.standalone.issuer;

import org.jspecify.annotations.NullMarked;
