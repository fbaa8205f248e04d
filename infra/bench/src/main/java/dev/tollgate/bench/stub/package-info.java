/** The upstream that the measurements call: an MCP server that answers from memory and echoes the caller's marker; never anything that a gateway would have to trust. */
@NullMarked
package dev.tollgate.bench.stub;

import org.jspecify.annotations.NullMarked;
