package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads OpenAPI 2.0, 3.0 and 3.1. Takes up to seconds and much memory for a large document, so not on an event loop. */
public final class OpenApiDocuments {
    /** Of a document's text. */
    public static final int BYTES_MAX = 4 << 20;
    /** Of all operations; a document with more is refused. */
    public static final int OPERATIONS_MAX = 2_000;
    /** Of all tools' definitions together; operations beyond are left out. */
    public static final int DEFINITIONS_CHARS_MAX = 3 << 20;

    private static final int LABEL_CHARS_MAX = 200;
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private OpenApiDocuments() {}

    /**
     * @param source where the document was found, against which its relative server URL is taken; absent if it was given
     *     as text
     * @param baseUrl in place of the document's own server; absent to take that
     */
    public static ApiDocument read(byte[] document, @Nullable URI source, @Nullable URI baseUrl)
            throws UnusableDocument {
        Spec spec = SpecReader.read(DocumentReader.read(document));
        Servers servers = Servers.of(spec.root(), source, baseUrl);
        OperationReader operations = new OperationReader(spec, servers);
        List<ApiTool> tools = new ArrayList<>();
        List<OmittedOperation> omitted = new ArrayList<>();
        int definitionChars = 0;
        for (Operation operation : operations(spec.root())) {
            try {
                ApiTool tool = operations.read(operation);
                definitionChars += tool.definition().length();
                if (definitionChars > DEFINITIONS_CHARS_MAX) {
                    throw new LeftOut("comes after " + DEFINITIONS_CHARS_MAX + " characters of definitions");
                }
                tools.add(tool);
            } catch (LeftOut e) {
                omitted.add(new OmittedOperation(operation.method(), operation.path(), e.reason()));
            }
        }
        JsonNode info = spec.root().path("info");
        return new ApiDocument(
                label(info.path("title")), label(info.path("version")), servers.baseUrl(), tools, omitted);
    }

    private static String label(JsonNode text) {
        return Texts.cut(text.asText(), LABEL_CHARS_MAX);
    }

    private static List<Operation> operations(ObjectNode root) throws UnusableDocument {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey()) && member.getValue().isObject()) {
                    operations.add(new Operation(path.getKey(), member.getKey(), path.getValue(), member.getValue()));
                } else if (member.getKey().equals("$ref")) {
                    operations.add(new Operation(path.getKey(), "*", path.getValue(), member.getValue()));
                }
            }
        }
        if (operations.isEmpty()) {
            throw new UnusableDocument("it has no operation to call");
        }
        if (operations.size() > OPERATIONS_MAX) {
            throw new UnusableDocument("it has more than " + OPERATIONS_MAX + " operations");
        }
        return operations;
    }
}
