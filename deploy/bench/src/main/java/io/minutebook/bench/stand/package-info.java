/** What the figures are measured on: the database, the broker and services as processes of their own, and how busy the machine is. */
@NullMarked
package io.minutebook.bench.stand;

import org.jspecify.annotations.NullMarked;
