/** What agents' clients are told about signing in here, and under which addresses the gateway is known; never who is let in. */
@NullMarked
package dev.tollgate.gateway.edge.resource;

import org.jspecify.annotations.NullMarked;
