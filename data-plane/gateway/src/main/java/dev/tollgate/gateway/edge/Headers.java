package dev.tollgate.gateway.edge;

import io.vertx.core.http.HttpHeaders;

/** Header names and values, prepared once. */
final class Headers {
    static final CharSequence PROTOCOL_VERSION = HttpHeaders.createOptimized("mcp-protocol-version");
    static final CharSequence SESSION_ID = HttpHeaders.createOptimized("mcp-session-id");
    static final CharSequence MCP_METHOD = HttpHeaders.createOptimized("mcp-method");
    static final CharSequence MCP_NAME = HttpHeaders.createOptimized("mcp-name");
    static final CharSequence TOLLGATE_KEY = HttpHeaders.createOptimized("x-tollgate-key");
    static final CharSequence DPOP = HttpHeaders.createOptimized("dpop");
    static final CharSequence API_KEY = HttpHeaders.createOptimized("x-api-key");
    /** What clients of another gateway are configured with, under its names for the same. */
    static final CharSequence BF_KEY = HttpHeaders.createOptimized("x-bf-vk");

    static final CharSequence BF_INCLUDE_SERVERS = HttpHeaders.createOptimized("x-bf-mcp-include-clients");
    static final CharSequence BF_INCLUDE_TOOLS = HttpHeaders.createOptimized("x-bf-mcp-include-tools");
    static final CharSequence INCLUDE_SERVERS = HttpHeaders.createOptimized("x-tollgate-include-servers");
    static final CharSequence INCLUDE_TOOLS = HttpHeaders.createOptimized("x-tollgate-include-tools");
    static final CharSequence EXCLUDE_TOOLS = HttpHeaders.createOptimized("x-tollgate-exclude-tools");
    static final CharSequence PARENT_REQUEST = HttpHeaders.createOptimized("x-tollgate-parent-request");
    static final CharSequence PARENT_USAGE = HttpHeaders.createOptimized("x-tollgate-parent-usage");
    static final CharSequence MODEL = HttpHeaders.createOptimized("x-tollgate-model");
    static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");
    static final CharSequence CALL_ID = HttpHeaders.createOptimized("tollgate-call-id");
    static final CharSequence LAST_EVENT_ID = HttpHeaders.createOptimized("last-event-id");
    static final CharSequence WWW_AUTHENTICATE = HttpHeaders.createOptimized("www-authenticate");
    static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("retry-after");
    static final CharSequence ALLOW = HttpHeaders.createOptimized("allow");

    static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private Headers() {}
}
