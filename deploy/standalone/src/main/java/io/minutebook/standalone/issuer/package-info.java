/** The standalone's own small authorization server; demo credentials live here and nowhere else. */
@NullMarked
package io.minutebook.standalone.issuer;

import org.jspecify.annotations.NullMarked;
