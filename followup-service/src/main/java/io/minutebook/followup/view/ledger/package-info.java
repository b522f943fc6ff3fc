/** The case ledger: what happened in every case, to the minute, built from the topics alone and rebuilt from them at any time. */
@NullMarked
package io.minutebook.followup.view.ledger;

import org.jspecify.annotations.NullMarked;
