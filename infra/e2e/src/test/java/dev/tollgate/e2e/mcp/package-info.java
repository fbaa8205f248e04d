/** The gateway as an agent's bytes meet it, in both eras of the protocol; no client library that could mend an answer. */
@NullMarked
package dev.tollgate.e2e.mcp;

import org.jspecify.annotations.NullMarked;
