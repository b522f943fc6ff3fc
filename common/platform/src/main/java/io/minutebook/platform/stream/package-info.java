/** Between a service and the topics: what it publishes, what it hears. */
@NullMarked
package io.minutebook.platform.stream;

import org.jspecify.annotations.NullMarked;
