/**
 * Which limits hold for a call and whether they let it through: what it may cost is taken of leases in hand before it is
 * made. Never what it did cost, and never a word to an agent but why it was refused.
 */
@NullMarked
package dev.tollgate.gateway.quota;

import org.jspecify.annotations.NullMarked;
