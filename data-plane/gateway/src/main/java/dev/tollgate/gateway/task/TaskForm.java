package dev.tollgate.gateway.task;

/** The two ways in which servers have tasks. */
public enum TaskForm {
    /** In the core of revision 2025-11-25: asked for by the client, with the result fetched by {@code tasks/result}. */
    LEGACY,
    /** The extension of 2026-07-28: given at the server's will, with the result in {@code tasks/get}. */
    MODERN
}
