/**
 * How fast the suite is beside the raw limits of the machine it runs on, and whether its record holds under adversaries.
 *
 * <p>How to read a figure: every round measures ours and the raw limit one after the other, the next round in the opposite order, so that a
 * machine that slows down slows both. {@code ratio} is the median of the rounds' ratios ours/raw, {@code worst} the least favourable round;
 * {@code ours} and {@code raw} are medians. Latencies are open-loop: a request's time runs from when it should have been sent, so that a stall
 * counts for all that waited behind it. Ratios of different machines compare; rates do not.
 */
@NullMarked
package io.minutebook.bench;

import org.jspecify.annotations.NullMarked;
