package dev.tollgate.model.api;

import java.util.List;

/**
 * A key that can call a tool.
 *
 * @param owner whom the key belongs to, as {@code team:<uuid>}
 * @param through each way in which it comes by the tool; at least one
 */
public record ToolCaller(String keyId, String keyName, String owner, String ownerName, List<Through> through) {}
