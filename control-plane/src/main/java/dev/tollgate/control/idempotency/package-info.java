/** Answers of earlier POSTs, replayed for the same Idempotency-Key; never a secret, not even encrypted. */
@NullMarked
package dev.tollgate.control.idempotency;

import org.jspecify.annotations.NullMarked;
