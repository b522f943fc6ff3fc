@NullMarked
package io.minutebook.platform.documents;

import org.jspecify.annotations.NullMarked;
