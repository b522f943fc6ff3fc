/** The way in and out over HTTP: strict input, problem details, pages, languages and the minutes people read. */
@NullMarked
package io.minutebook.platform.web;

import org.jspecify.annotations.NullMarked;
