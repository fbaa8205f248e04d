package dev.tollgate.model.api;

import java.util.List;
import java.util.UUID;

/**
 * A tool that a key sees.
 *
 * @param through each way in which the key comes by it; at least one
 */
public record VisibleTool(
        UUID toolId, UUID serverId, String exposedName, String serverName, String toolName, List<Through> through) {}
