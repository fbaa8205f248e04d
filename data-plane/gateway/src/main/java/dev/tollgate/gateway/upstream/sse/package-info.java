/** Lays pipes to upstreams that speak HTTP with SSE as MCP had it in 2024-11-05; nothing of what is said through them. */
@NullMarked
package dev.tollgate.gateway.upstream.sse;

import org.jspecify.annotations.NullMarked;
