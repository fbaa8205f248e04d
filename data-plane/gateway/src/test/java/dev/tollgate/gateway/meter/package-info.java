/** Proof of what attempts cost. */
@NullMarked
package dev.tollgate.gateway.meter;

import org.jspecify.annotations.NullMarked;
