package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.converter.SwaggerConverter;
import io.swagger.v3.parser.core.extensions.SwaggerParserExtension;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands a tree to swagger-parser, which knows every version of OpenAPI, and takes back one of version 3. */
final class SpecReader {
    private SpecReader() {}

    static Spec read(ObjectNode document) throws UnusableDocument {
        Externals externals = Externals.takeFrom(document);
        SwaggerParseResult result = parse(parserFor(document), document);
        List<String> messages = Objects.requireNonNullElse(result.getMessages(), List.of());
        if (result.getOpenAPI() == null) {
            throw new UnusableDocument(messages.isEmpty() ? "it cannot be read" : messages.getFirst());
        }
        JsonNode root = (result.isOpenapi31() ? Json31.mapper() : Json.mapper()).valueToTree(result.getOpenAPI());
        if (!(root instanceof ObjectNode object) || !root.path("paths").isObject()) {
            throw new UnusableDocument("it has no paths, so there is no operation to call");
        }
        return new Spec(object, result.isOpenapi31(), messages, externals);
    }

    private static SwaggerParserExtension parserFor(ObjectNode document) throws UnusableDocument {
        String two = document.path("swagger").asText();
        String three = document.path("openapi").asText();
        if (two.equals("2.0")) {
            Swagger2.check(document);
            return new SwaggerConverter();
        }
        if (three.startsWith("3.0") || three.startsWith("3.1")) {
            return new OpenAPIV3Parser();
        }
        @Nullable String version = two.isEmpty() ? three : two;
        throw new UnusableDocument(
                version.isEmpty()
                        ? "it says neither openapi nor swagger with a version, so it is no OpenAPI document"
                        : "it is of version " + Texts.cut(version, 20) + "; 2.0, 3.0 and 3.1 are read");
    }

    private static SwaggerParseResult parse(SwaggerParserExtension parser, ObjectNode document)
            throws UnusableDocument {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        try {
            return parser.readContents(document.toString(), null, options);
        } catch (RuntimeException | StackOverflowError e) {
            // The parser reads what it expects; something of another shape can throw it off.
            throw new UnusableDocument("it is not shaped as its version of OpenAPI asks for", e);
        }
    }
}
