package dev.tollgate.model.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tools an OpenAPI document becomes. All texts are the document's and untrusted.
 *
 * @param baseUrl where the operations are called; absent if nothing says, and then there is no tool
 * @param omitted the operations that become none
 */
public record OpenApiPreview(
        String title,
        String version,
        @Nullable URI baseUrl,
        List<PreviewedTool> tools,
        List<OmittedOperation> omitted) {
    public OpenApiPreview {
        tools = List.copyOf(tools);
        omitted = List.copyOf(omitted);
    }

    /** One operation as the tool that it becomes. */
    public record PreviewedTool(String name, String description, String method, String path, JsonNode inputSchema) {}

    /**
     * One operation that becomes no tool.
     *
     * @param reason the end of a sentence that begins with "it"
     */
    public record OmittedOperation(String method, String path, String reason) {}
}
