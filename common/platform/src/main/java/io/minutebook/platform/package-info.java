/** The starter every service runs on: start-up, defaults and the order in which the platform's rooms are wired. */
@NullMarked
package io.minutebook.platform;

import org.jspecify.annotations.NullMarked;
