package dev.tollgate.model.api;

import java.util.UUID;

/**
 * A tool that a key sees.
 */
public record VisibleTool(UUID toolId, UUID serverId, String exposedName, String serverName, String toolName) {}
