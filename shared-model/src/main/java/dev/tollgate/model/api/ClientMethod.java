package dev.tollgate.model.api;

/** How a client shows a provider who it is, as OAuth's registry of token endpoint methods has it. */
public enum ClientMethod {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    /** With a key that Tollgate makes and keeps; the provider is given its public half. */
    PRIVATE_KEY_JWT
}
