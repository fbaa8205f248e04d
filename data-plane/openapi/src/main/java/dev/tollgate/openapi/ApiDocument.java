package dev.tollgate.openapi;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as tools.
 *
 * @param baseUrl where the operations are called; absent if neither the document nor whoever gave it says, and then there
 *     is no tool
 * @param tools in the document's order, each with a name of its own
 * @param omitted what is no tool, with the reason
 */
public record ApiDocument(
        String title, String version, @Nullable URI baseUrl, List<ApiTool> tools, List<OmittedOperation> omitted) {
    public ApiDocument {
        tools = List.copyOf(tools);
        omitted = List.copyOf(omitted);
    }
}
