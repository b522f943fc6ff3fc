/** Views over topics under an adversary: whatever is delivered again and whoever reads, each event counts once. */
@NullMarked
package io.minutebook.bench.view;

import org.jspecify.annotations.NullMarked;
