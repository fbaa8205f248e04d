package dev.tollgate.model.config;

/** Into how many files the tools of a server are put for scripts. */
public enum StubBinding {
    /** One for the server. */
    SERVER,
    /** One for each tool. */
    TOOL
}
