/**
 * The published language: what the services tell each other and every integrator over the topics. Flat records, JDK only, their own jar.
 *
 * <p>When it happened, who did it, where and what caused it travel as CloudEvents headers beside the value. All times are UTC. Readers tolerate
 * fields they do not know; an absent list is an empty one; an absent optional field is null.
 */
@NullMarked
package io.minutebook.contract;

import org.jspecify.annotations.NullMarked;
