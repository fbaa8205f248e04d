package dev.tollgate.model.api;

/** What happens to a server's tools that were not seen before. */
public enum ToolApproval {
    /** What the tenant's {@link ApprovalRule} says. */
    MANUAL,
    /** A tool's first definition is approved at once, unless its text is flagged. */
    AUTO_NEW
}
