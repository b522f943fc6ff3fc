/** The whole suite in one process: database, broker, issuer of tokens, the four services and one origin before them. */
@NullMarked
package io.minutebook.standalone;

import org.jspecify.annotations.NullMarked;
