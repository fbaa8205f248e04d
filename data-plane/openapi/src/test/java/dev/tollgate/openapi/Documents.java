package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Documents of the tests. */
final class Documents {
    static final URI SOURCE = URI.create("https://docs.example/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Documents() {}

    static ApiDocument read(String resource) throws UnusableDocument {
        try (InputStream in = Objects.requireNonNull(Documents.class.getResourceAsStream("/documents/" + resource))) {
            return OpenApiDocuments.read(in.readAllBytes(), SOURCE, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ApiDocument of(String text) throws UnusableDocument {
        return of(text, null);
    }

    static ApiDocument of(String text, @Nullable URI baseUrl) throws UnusableDocument {
        return OpenApiDocuments.read(text.getBytes(StandardCharsets.UTF_8), SOURCE, baseUrl);
    }

    /** A document with one operation, GET /x/{id}, whose parameters are given as YAML. */
    static ApiTool withParameters(String... parameters) throws UnusableDocument {
        ApiDocument document = of("""
                openapi: 3.0.0
                info: {title: t, version: "1"}
                servers: [{url: "https://api.example/base"}]
                paths:
                  /x/{id}/end:
                    post:
                      operationId: op
                      parameters:
                        - {name: id, in: path, required: true, schema: {}}
                        %s
                      requestBody: {content: {application/json: {schema: {}}}}
                      responses: {"200": {description: ok}}
                """.formatted(String.join("\n        ", parameters)));
        if (document.tools().isEmpty()) {
            throw new AssertionError(document.omitted());
        }
        return document.tools().getFirst();
    }

    static ApiTool tool(ApiDocument document, String name) {
        return document.tools().stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in "
                        + document.tools().stream().map(ApiTool::name).toList() + document.omitted()));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
