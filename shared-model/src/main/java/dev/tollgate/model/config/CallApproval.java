package dev.tollgate.model.config;

/** Whether somebody is asked before a tool is called. */
public enum CallApproval {
    NEVER,
    ASK_FIRST
}
