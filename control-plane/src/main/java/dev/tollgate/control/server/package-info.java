/** Upstream MCP servers as a tenant describes them, and their health; what was found on them is not known here. */
@NullMarked
package dev.tollgate.control.server;

import org.jspecify.annotations.NullMarked;
