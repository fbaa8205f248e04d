package dev.tollgate.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation as a tool.
 *
 * @param method in capitals
 * @param path the document's template, {@code /pets/{petId}}
 * @param definition MCP's definition of the tool, a JSON object; what it is bound to stands in it as a digest
 * @param inputSchema the definition's
 * @param promisesObject whether the definition has an output schema
 */
public record ApiTool(
        String name,
        String description,
        String method,
        String path,
        List<ApiParameter> parameters,
        @Nullable ApiBody body,
        String definition,
        String inputSchema,
        boolean promisesObject) {
    public ApiTool {
        parameters = List.copyOf(parameters);
    }
}
