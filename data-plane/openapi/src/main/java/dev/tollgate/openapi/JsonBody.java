package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, where it is JSON.
 *
 * @param mediaType what it is sent as
 */
record JsonBody(String mediaType, boolean required, JsonNode schema, String description) {
    /** Null if the operation takes none; refused if it takes another kind. */
    static @Nullable JsonBody of(Spec spec, Operation operation) throws LeftOut {
        JsonNode body = operation.node().path("requestBody");
        if (body.isMissingNode()) {
            return null;
        }
        body = spec.resolved(body);
        boolean required = body.path("required").asBoolean();
        if (operation.key().equals("get") || operation.key().equals("head")) {
            if (required) {
                throw new LeftOut("needs a body, which " + operation.method() + " has no meaning for");
            }
            return null;
        }
        JsonNode content = body.path("content");
        List<String> others = new ArrayList<>();
        for (Iterator<String> types = content.fieldNames(); types.hasNext(); ) {
            String type = types.next();
            if (MediaTypes.isJson(type) && Percent.isHeaderValue(type)) {
                JsonNode schema = content.path(type).path("schema");
                return new JsonBody(
                        MediaTypes.isRange(type) ? "application/json" : type,
                        required,
                        schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schema,
                        body.path("description").asText());
            }
            others.add(Texts.cut(type, 60));
        }
        throw new LeftOut(
                others.isEmpty()
                        ? "has a body that says no media type"
                        : "takes a body of " + String.join(", ", others) + ", not JSON");
    }
}
