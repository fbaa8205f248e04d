/** Speaks MCP to upstream servers, over HTTP or a process's pipes, and answers every call exactly once; never who may call, what it costs or what is recorded. */
@NullMarked
package dev.tollgate.gateway.upstream;

import org.jspecify.annotations.NullMarked;
