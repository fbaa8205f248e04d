/** Proof of what clients are told about signing in. */
@NullMarked
package dev.tollgate.gateway.edge.resource;

import org.jspecify.annotations.NullMarked;
