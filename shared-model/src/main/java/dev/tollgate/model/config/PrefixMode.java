package dev.tollgate.model.config;

/** When a tool's exposed name begins with {@code <server>__}. */
public enum PrefixMode {
    ALWAYS,
    ON_COLLISION,
    NEVER
}
