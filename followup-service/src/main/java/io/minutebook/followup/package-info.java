/** After the repair: calling customers back, clearing faults with them (销障), asking how it was; and the ledger of every case. */
@NullMarked
package io.minutebook.followup;

import org.jspecify.annotations.NullMarked;
