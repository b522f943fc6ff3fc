/** Read models built from topics: readers with checkpoints, rebuilds beside the serving tables, dead records. No Spring Boot. */
@NullMarked
package io.minutebook.projection;

import org.jspecify.annotations.NullMarked;
