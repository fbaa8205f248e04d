package dev.tollgate.model.api;

import dev.tollgate.model.config.CallApproval;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant says of a tool: what agents read in place of its own words, and whether somebody is asked first.
 *
 * @param alias the name that agents know it by; absent for the one that its server's prefix mode gives
 * @param description absent for the definition's own
 * @param callApproval whether somebody is asked before it is called; absent for what the settings say of tools like it
 */
public record ToolNaming(
        @Nullable String alias,
        @Nullable String description,
        @Nullable CallApproval callApproval) {}
