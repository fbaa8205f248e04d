package dev.tollgate.model.api;

import dev.tollgate.model.config.ToolMode;
import java.util.List;
import java.util.UUID;

/**
 * A tool that a key sees.
 *
 * @param toolMode how it is shown to the key
 * @param asksFirst whether somebody is asked before it is called
 * @param through each way in which the key comes by it; at least one
 */
public record VisibleTool(
        UUID toolId,
        UUID serverId,
        String exposedName,
        String serverName,
        String toolName,
        ToolMode toolMode,
        boolean asksFirst,
        List<Through> through) {}
