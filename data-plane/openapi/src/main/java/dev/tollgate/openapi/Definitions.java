package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes MCP's definition of a tool. */
final class Definitions {
    /** Below the 64 KiB that the control plane takes of one definition. */
    static final int BYTES_MAX = 60_000;

    private static final int TITLE_CHARS_MAX = 200;
    private static final int DESCRIPTION_CHARS_MAX = 4_000;
    private static final int BINDING_DIGITS = 16;

    private final Spec spec;
    private final Servers servers;

    Definitions(Spec spec, Servers servers) {
        this.spec = spec;
        this.servers = servers;
    }

    ApiTool tool(
            String name,
            Operation operation,
            List<ApiParameter> parameters,
            @Nullable JsonBody body,
            ObjectNode inputSchema)
            throws LeftOut {
        @Nullable
        ApiBody bound = body == null ? null : new ApiBody(ArgumentNames.BODY, body.mediaType(), body.required());
        ObjectNode definition = JsonNodeFactory.instance.objectNode().put("name", name);
        String summary = operation.node().path("summary").asText().strip();
        if (!summary.isEmpty()) {
            definition.put("title", Texts.cut(summary, TITLE_CHARS_MAX));
        }
        String description = description(operation, summary);
        definition.put("description", description).set("inputSchema", inputSchema);
        if (size(definition) > BYTES_MAX) {
            throw new LeftOut("has schemas that make its definition larger than " + BYTES_MAX + " bytes");
        }
        definition.set("annotations", annotations(operation.key()));
        definition.putObject("_meta").set("dev.tollgate/http", binding(operation, parameters, bound));
        @Nullable ObjectNode output = OutputSchema.of(spec, operation);
        if (output != null && size(definition) + size(output) <= BYTES_MAX) {
            definition.set("outputSchema", output);
        }
        return new ApiTool(
                name,
                description,
                operation.method(),
                operation.path(),
                parameters,
                bound,
                definition.toString(),
                inputSchema.toString(),
                definition.has("outputSchema"));
    }

    private static int size(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String description(Operation operation, String summary) {
        String own = operation.node().path("description").asText().strip();
        String text = !own.isEmpty() ? own : !summary.isEmpty() ? summary : operation.method() + " " + operation.path();
        String warning = operation.node().path("deprecated").asBoolean() ? "Deprecated. " : "";
        return Texts.cut(warning + text, DESCRIPTION_CHARS_MAX);
    }

    private static ObjectNode annotations(String method) {
        ObjectNode annotations = JsonNodeFactory.instance.objectNode();
        switch (method) {
            case "get", "head", "options" -> annotations.put("readOnlyHint", true);
            case "delete" ->
                annotations
                        .put("readOnlyHint", false)
                        .put("destructiveHint", true)
                        .put("idempotentHint", true);
            case "put" -> annotations.put("readOnlyHint", false).put("idempotentHint", true);
            default -> annotations.put("readOnlyHint", false);
        }
        return annotations.put("openWorldHint", true);
    }

    /**
     * What the tool is bound to, as a part of its definition: whoever approves the definition approves this request, and
     * a document that later means another one by the same schema has changed the tool.
     */
    private ObjectNode binding(Operation operation, List<ApiParameter> parameters, @Nullable ApiBody body) {
        String whole = operation.method() + " " + servers.baseUrl() + operation.path() + " " + parameters + " " + body;
        return JsonNodeFactory.instance
                .objectNode()
                .put("method", operation.method())
                .put("path", operation.path())
                .put("binding", Texts.digest(whole, BINDING_DIGITS));
    }
}
