/**
 * The ledger's rules: what of a limit is granted to whom, given back, and spent. Time is given, state is rows; no clock, no
 * database, no topic, and nothing of what a gateway does with a lease.
 */
@NullMarked
package dev.tollgate.model.quota.ledger;

import org.jspecify.annotations.NullMarked;
