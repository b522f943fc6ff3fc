/** The one address people and machines see: it passes each request to the service it is for. */
@NullMarked
package io.minutebook.standalone.origin;

import org.jspecify.annotations.NullMarked;
