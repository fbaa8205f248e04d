package dev.tollgate.model.api;

/**
 * Which definitions of tools a tenant approves without an admin. Decided when a gateway first sees a definition, and for
 * that one: what waits already goes on waiting, whatever the rule becomes. No rule approves a changed schema, and none
 * approves a definition whose text is flagged.
 */
public enum ApprovalRule {
    /** None: each waits, but for the new tools of servers that have {@link ToolApproval#AUTO_NEW} of their own. */
    NEVER,
    /** A change of an approved tool that is in its title and description alone. New tools wait. */
    UNCHANGED_SCHEMA,
    /** New tools too, of every server. */
    ALWAYS
}
