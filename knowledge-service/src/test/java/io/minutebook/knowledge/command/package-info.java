/** What is stored, held to golden files. */
@NullMarked
package io.minutebook.knowledge.command;

import org.jspecify.annotations.NullMarked;
