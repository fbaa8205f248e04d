package dev.tollgate.control.oauth;

/** Names of grants, as token endpoints take them. */
final class GrantTypes {
    /** RFC 8693. */
    static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    /** RFC 7523, 2.1. */
    static final String ASSERTION = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private GrantTypes() {}
}
