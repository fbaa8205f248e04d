package dev.tollgate.model.health;

/** How far the way to an upstream was gone when a call failed. */
public enum FailureStage {
    /** Whether its address or command is allowed. */
    ADDRESS,
    /** Finding its host's address. */
    RESOLVE,
    CONNECT,
    TLS,
    /** Beginning a session, or reading an OpenAPI service's document. */
    HANDSHAKE,
    CALL
}
