/**
 * What a gateway does with its leases: reserving for a call before it is made, settling after it, asking in time, returning
 * what it does not need. No lock, no waiting, no clock and no topic; and nothing of how the ledger decides.
 */
@NullMarked
package dev.tollgate.model.quota.lease;

import org.jspecify.annotations.NullMarked;
