/** Proof of the protocol in both eras, through a real HTTP server with an upstream that does as told. */
@NullMarked
package dev.tollgate.gateway.edge;

import org.jspecify.annotations.NullMarked;
