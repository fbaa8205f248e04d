package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * What agents read in place of a tool's own words.
 *
 * @param alias the name that agents know it by; absent for the one that its server's prefix mode gives
 * @param description absent for the definition's own
 */
public record ToolNaming(@Nullable String alias, @Nullable String description) {}
