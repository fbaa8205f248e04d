/** Upstreams over the older ways that MCP had, with the official libraries on their side; never what agents see of the newer ones. */
@NullMarked
package dev.tollgate.e2e.transport;

import org.jspecify.annotations.NullMarked;
