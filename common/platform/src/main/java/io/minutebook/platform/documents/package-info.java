/** The API as a document: OpenAPI for machines, a page for people. */
@NullMarked
package io.minutebook.platform.documents;

import org.jspecify.annotations.NullMarked;
