/** The origin passes on what is for a service and answers the rest itself. */
@NullMarked
package io.minutebook.standalone.origin;

import org.jspecify.annotations.NullMarked;
