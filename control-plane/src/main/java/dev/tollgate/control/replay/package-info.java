/** Answers of earlier POSTs, replayed for the same Idempotency-Key; never an answer that holds a secret. */
@NullMarked
package dev.tollgate.control.replay;

import org.jspecify.annotations.NullMarked;
