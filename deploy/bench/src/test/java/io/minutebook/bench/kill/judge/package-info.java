/** The judge is judged: every planted fault is found, and nothing is found where nothing is wrong. */
@NullMarked
package io.minutebook.bench.kill.judge;

import org.jspecify.annotations.NullMarked;
