/** Notices when the database does not answer. */
@NullMarked
package io.minutebook.platform.database;

import org.jspecify.annotations.NullMarked;
