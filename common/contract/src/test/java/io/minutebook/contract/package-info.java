/** Writes the contract down as JSON Schemas and an AsyncAPI document, and holds the records to it. */
@NullMarked
package io.minutebook.contract;

import org.jspecify.annotations.NullMarked;
