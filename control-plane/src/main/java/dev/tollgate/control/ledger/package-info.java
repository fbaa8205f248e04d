/**
 * Runs the ledger of {@code model.quota.ledger}: rows, topics and a clock for its rules; never a rule of its own, and never who
 * may set a limit.
 */
@NullMarked
package dev.tollgate.control.ledger;

import org.jspecify.annotations.NullMarked;
