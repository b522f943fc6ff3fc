/** What the tests of every service stand on: real infrastructure, scenarios, golden files, house rules. */
@NullMarked
package io.minutebook.testing;

import org.jspecify.annotations.NullMarked;
