package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool group as written by a client.
 *
 * @param patterns globs over server__tool
 */
public record NewToolGroup(String name, @Nullable String description, List<String> patterns) {}
