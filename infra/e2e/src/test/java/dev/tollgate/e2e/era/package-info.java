/** Clients of every revision before servers of both eras on the real stack, a sample of the gateway's own matrix; never all of its cells. */
@NullMarked
package dev.tollgate.e2e.era;

import org.jspecify.annotations.NullMarked;
