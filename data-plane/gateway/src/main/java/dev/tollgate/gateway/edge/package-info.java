/** MCP as agents speak it, over HTTP and in both eras: reads requests within bounds, walks them through the steps in order and writes the answers; no rule of its own about keys, tools or money. */
@NullMarked
package dev.tollgate.gateway.edge;

import org.jspecify.annotations.NullMarked;
