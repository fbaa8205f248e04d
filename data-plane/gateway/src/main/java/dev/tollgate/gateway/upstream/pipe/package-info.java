/** Speaks MCP through one pipe that all calls to an upstream share, from its start to its restart; never how the pipe is laid. */
@NullMarked
package dev.tollgate.gateway.upstream.pipe;

import org.jspecify.annotations.NullMarked;
