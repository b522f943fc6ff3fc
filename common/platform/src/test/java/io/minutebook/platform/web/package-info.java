@NullMarked
package io.minutebook.platform.web;

import org.jspecify.annotations.NullMarked;
