package dev.tollgate.model.api;

/** What happens to a definition that was not seen before. */
public enum ToolApproval {
    /** It waits for an admin. */
    MANUAL,
    /** A tool's first definition is approved at once; a changed one waits. */
    AUTO_NEW
}
