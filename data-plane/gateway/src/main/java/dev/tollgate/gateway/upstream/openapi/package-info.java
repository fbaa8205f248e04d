/** Services that an OpenAPI document describes, as upstreams. Nothing of MCP's sessions, and no credential of an agent. */
@NullMarked
package dev.tollgate.gateway.upstream.openapi;

import org.jspecify.annotations.NullMarked;
