/** Gateways that do nothing but ask for leases of limits and give them back; never who serves calls. */
@NullMarked
package dev.tollgate.bench.lease;

import org.jspecify.annotations.NullMarked;
