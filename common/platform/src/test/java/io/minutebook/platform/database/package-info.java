@NullMarked
package io.minutebook.platform.database;

import org.jspecify.annotations.NullMarked;
