package dev.tollgate.gateway.edge;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool asks its client.
 *
 * @param capability that the client must have said that it has
 * @param mode of the capability; absent if any will do
 * @param params as JSON
 */
record EraQuestion(
        String method, String capability, @Nullable String mode, String params) {
    /** What no client can do, and this server asks all the same. */
    static final String UNASKED = "magic";

    /** By the name of the tool. */
    static final Map<String, EraQuestion> BY_TOOL = Map.of(
            "ask-form",
            new EraQuestion("elicitation/create", "elicitation", "form", "{\"message\":\"Who?\",\"n\":1.50}"),
            "ask-url",
            new EraQuestion(
                    "elicitation/create",
                    "elicitation",
                    "url",
                    "{\"mode\":\"url\",\"message\":\"Go\",\"elicitationId\":\"e\",\"url\":\"https://idp.example/\"}"),
            "ask-model",
            new EraQuestion("sampling/createMessage", "sampling", null, "{\"messages\":[],\"maxTokens\":5}"),
            "ask-model-with-tools",
            new EraQuestion(
                    "sampling/createMessage",
                    "sampling",
                    "tools",
                    "{\"messages\":[],\"maxTokens\":5,\"tools\":[{\"name\":\"t\",\"inputSchema\":{}}]}"),
            "ask-roots",
            new EraQuestion("roots/list", "roots", null, "{}"),
            "ask-magic",
            new EraQuestion("magic/do", UNASKED, null, "{}"));

    boolean canBePutTo(@Nullable JsonObject capabilities) {
        if (capability.equals(UNASKED)) {
            return true;
        }
        JsonObject ability = capabilities == null ? null : capabilities.getJsonObject(capability);
        boolean plain = "form".equals(mode) && ability != null && ability.isEmpty();
        return ability != null && (mode == null || plain || ability.containsKey(mode));
    }
}
