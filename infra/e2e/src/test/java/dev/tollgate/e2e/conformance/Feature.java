package dev.tollgate.e2e.conformance;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each scenario is about. The gate holds the gateway to every feature that it has; one that it has not yet is run all
 * the same and reported, and must be held from the moment that the suite finds nothing on it.
 */
enum Feature {
    LIFECYCLE(true, "server-initialize", "ping", "dns-rebinding-protection"),
    TOOLS(
            true,
            "tools-list",
            "tools-call-simple-text",
            "tools-call-image",
            "tools-call-audio",
            "tools-call-embedded-resource",
            "tools-call-mixed-content",
            "tools-call-error",
            "tools-call-with-progress",
            "json-schema-2020-12"),
    HEADERS(true, "http-header-validation"),
    PARAMETER_HEADERS(true, "http-custom-header-server-validation"),
    STATELESS(true, "server-stateless"),
    SESSIONS(true, "server-session-lifecycle", "server-sse-multiple-streams", "server-sse-polling"),
    PROMPTS(
            true,
            "prompts-list",
            "prompts-get-simple",
            "prompts-get-with-args",
            "prompts-get-embedded-resource",
            "prompts-get-with-image"),
    RESOURCES(
            true,
            "resources-list",
            "resources-read-text",
            "resources-read-binary",
            "resources-templates-read",
            "sep-2164-resource-not-found"),
    RESOURCE_SUBSCRIPTIONS(true, "resources-subscribe", "resources-unsubscribe"),
    CACHING_HINTS(true, "caching"),
    COMPLETION(true, "completion-complete"),
    LOGGING(true, "logging-set-level", "tools-call-with-logging"),
    REQUESTS_TO_THE_CLIENT(
            true,
            "tools-call-sampling",
            "tools-call-elicitation",
            "elicitation-sep1034-defaults",
            "elicitation-sep1330-enums"),
    MULTI_ROUND_TRIP(
            true,
            "input-required-result-basic-elicitation",
            "input-required-result-basic-sampling",
            "input-required-result-basic-list-roots",
            "input-required-result-request-state",
            "input-required-result-multiple-input-requests",
            "input-required-result-multi-round",
            "input-required-result-missing-input-response",
            "input-required-result-non-tool-request",
            "input-required-result-result-type",
            "input-required-result-unsupported-methods",
            "input-required-result-tampered-state",
            "input-required-result-capability-check",
            "input-required-result-ignore-extra-params",
            "input-required-result-validate-input"),
    /** An extension, which no revision asks for. */
    TASKS(
            true,
            "tasks-lifecycle",
            "tasks-capability-negotiation",
            "tasks-wire-fields",
            "tasks-request-state-removal",
            "tasks-mrtr-input",
            "tasks-request-headers",
            "tasks-dispatch-and-envelope",
            "tasks-status-notifications",
            "tasks-required-task-error",
            "tasks-mrtr-composition"),

    UPSTREAM_TOOLS(true, "initialize", "tools_call", "json-schema-2020-12-preservation", "json-schema-ref-no-deref"),
    UPSTREAM_METADATA(true, "request-metadata", "http-standard-headers"),
    UPSTREAM_PARAMETER_HEADERS(true, "http-custom-headers"),
    UPSTREAM_TOOL_SCREENING(true, "http-invalid-tool-headers"),
    UPSTREAM_RESUMPTION(true, "sse-retry"),
    UPSTREAM_MULTI_ROUND_TRIP(true, "sep-2322-client-request-state"),
    UPSTREAM_ELICITATION(true, "elicitation-sep1034-client-defaults"),
    UPSTREAM_AUTHORIZATION_DISCOVERY(
            true,
            "auth/metadata-default",
            "auth/metadata-var1",
            "auth/metadata-var2",
            "auth/metadata-var3",
            "auth/metadata-issuer-mismatch",
            "auth/resource-mismatch",
            "auth/authorization-server-migration",
            "auth/2025-03-26-oauth-metadata-backcompat",
            "auth/2025-03-26-oauth-endpoint-fallback"),
    UPSTREAM_CLIENTS(
            true,
            "auth/basic-cimd",
            "auth/pre-registration",
            "auth/token-endpoint-auth-basic",
            "auth/token-endpoint-auth-post",
            "auth/token-endpoint-auth-none"),
    UPSTREAM_SCOPES(
            true,
            "auth/scope-from-www-authenticate",
            "auth/scope-from-scopes-supported",
            "auth/scope-omitted-when-undefined",
            "auth/scope-step-up",
            "auth/scope-retry-limit",
            "auth/offline-access-scope",
            "auth/offline-access-not-supported"),
    UPSTREAM_CALLBACKS(
            true,
            "auth/iss-supported",
            "auth/iss-not-advertised",
            "auth/iss-supported-missing",
            "auth/iss-wrong-issuer",
            "auth/iss-unexpected",
            "auth/iss-normalized"),
    /** Extensions, which no revision asks for. */
    UPSTREAM_GRANTS(
            true,
            "auth/client-credentials-jwt",
            "auth/client-credentials-basic",
            "auth/enterprise-managed-authorization",
            "auth/wif-jwt-bearer");

    private final boolean held;
    private final Set<String> scenarios;

    /** Those that work for an agent of one era before a server of the other. */
    static final Set<Feature> HELD_ACROSS_ERAS = EnumSet.of(
            LIFECYCLE, TOOLS, HEADERS, PROMPTS, RESOURCES, CACHING_HINTS, COMPLETION, REQUESTS_TO_THE_CLIENT);

    /** Those that an agent of one era can have of a server of the other; the rest only one of them has. */
    static final Set<Feature> ACROSS_ERAS = EnumSet.of(
            LIFECYCLE, TOOLS, HEADERS, PROMPTS, RESOURCES, CACHING_HINTS, COMPLETION, REQUESTS_TO_THE_CLIENT);

    Feature(boolean held, String... scenarios) {
        this.held = held;
        this.scenarios = Set.of(scenarios);
    }

    /** Whether the gateway has it, so that a finding is a failure. */
    boolean isHeld() {
        return held;
    }

    static Feature of(String scenario) {
        var found = Stream.of(values())
                .filter(it -> it.scenarios.contains(scenario))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("the scenario " + scenario + " belongs to one feature, not to " + found);
        }
        return found.getFirst();
    }
}
