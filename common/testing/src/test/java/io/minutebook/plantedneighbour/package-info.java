/** Another service. */
@NullMarked
package io.minutebook.plantedneighbour;

import org.jspecify.annotations.NullMarked;
