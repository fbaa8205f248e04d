package dev.tollgate.local.stack;

/** How much of the stack is started; each holds all of the one before. */
public enum Extent {
    /** PostgreSQL, Kafka, Keycloak and ClickHouse. */
    BACKENDS,
    /** Control plane, console, gateways and the demo's upstream too, from what the build left. */
    PLANES
}
