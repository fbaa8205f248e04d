/** The page of MCP servers: connecting, watching, syncing and pricing them; it never talks to a server itself. */
@NullMarked
package dev.tollgate.ui.view.servers;

import org.jspecify.annotations.NullMarked;
