package dev.tollgate.control.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas of what JSON writes otherwise than Java has it; the model knows no annotations for them. */
final class ApiSchemas {
    private ApiSchemas() {}

    static void correct(Components components) {
        Map<String, Schema> schemas = new LinkedHashMap<>(components.getSchemas());
        schemas.put("Problem", problem());
        schemas.replace("Money", money());
        schemas.replace("JsonNode", definition());
        schemas.replace("ToolGrant", grant());
        limits(schemas);
        describe(
                schemas,
                "TokenEncoding",
                "How text becomes tokens. bytes/4 is an estimate, for models whose encoding is not published: a token for"
                        + " each four bytes.");
        describe(
                schemas,
                "ApprovalRule",
                "Which definitions are approved without an admin, when they are first seen. NEVER: none. UNCHANGED_SCHEMA: a"
                        + " change of an approved tool in its title and description alone. ALWAYS: new tools of every server"
                        + " too. No rule approves a changed schema, or a definition whose text is flagged.");
        describe(
                schemas,
                "ToolApproval",
                "MANUAL: new tools of the server are decided on as the tenant's rule says. AUTO_NEW: they are approved when"
                        + " first seen whatever that rule is, unless their text is flagged.");
        if (schemas.containsKey("Transport")) {
            schemas.put("StreamableHttp", transport("streamable-http", "url", url()));
            schemas.put("Stdio", transport("stdio", "command", text("[a-z0-9][a-z0-9-]{0,62}")));
            schemas.put("OpenApi", transport("openapi", "document", url()).addProperty("baseUrl", url()));
            schemas.put("Transport", oneOfTransports());
        }
        components.setSchemas(schemas);
    }

    private static void limits(Map<String, Schema> schemas) {
        schemas.replace(
                "QuotaSubject",
                text("(tenant|tier|customer|team|user|service|key|server|tool|group):.+")
                        .description("Whom or what a limit holds"));
        describe(schemas, "LimitUnit", "concurrent: calls that run at once, which have no window");
        describe(schemas, "WindowLength", "1m is a minute, 1M a month");
        describe(
                schemas, "Enforcement", "hard: calls that find nothing left are refused. warn: what is used is shown.");
    }

    private static void describe(Map<String, Schema> schemas, String name, String description) {
        schemas.computeIfPresent(name, (_, schema) -> schema.description(description));
    }

    /** RFC 9457, with the fields that were not acceptable. */
    private static Schema problem() {
        Schema text = OASFactory.createSchema().type(List.of(SchemaType.STRING));
        Schema error = OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .addProperty("field", text)
                .addProperty("message", text)
                .required(List.of("field", "message"));
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)))
                .addProperty("detail", text)
                .addProperty("instance", text)
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.ARRAY))
                                .items(error))
                .required(List.of("type", "title", "status"));
    }

    private static Schema money() {
        return text("-?[0-9]+([.][0-9]{1,9})?")
                .description("Dollars, exact to the nano-dollar, as text because a JSON number would be rounded")
                .examples(List.of("0.0025"));
    }

    private static Schema definition() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .description("A tool's definition as its server sent it");
    }

    private static Schema grant() {
        return OASFactory.createSchema()
                .description(
                        "A pattern over server__tool, alone or with the condition (CEL) under which it may be called")
                .oneOf(List.of(
                        text(".+"),
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.OBJECT))
                                .addProperty("tools", text(".+"))
                                .addProperty("when", text(".+"))
                                .required(List.of("tools"))));
    }

    private static Schema oneOfTransports() {
        return OASFactory.createSchema()
                .description("How the server is reached")
                .oneOf(List.of(
                        OASFactory.createSchema().ref("#/components/schemas/StreamableHttp"),
                        OASFactory.createSchema().ref("#/components/schemas/Stdio"),
                        OASFactory.createSchema().ref("#/components/schemas/OpenApi")))
                .discriminator(OASFactory.createDiscriminator()
                        .propertyName("type")
                        .addMapping("streamable-http", "#/components/schemas/StreamableHttp")
                        .addMapping("stdio", "#/components/schemas/Stdio")
                        .addMapping("openapi", "#/components/schemas/OpenApi"));
    }

    private static Schema transport(String type, String field, Schema value) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .addProperty(
                        "type",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.STRING))
                                .enumeration(List.of(type)))
                .addProperty(field, value)
                .required(List.of("type", field));
    }

    private static Schema url() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .format("uri")
                .maxLength(2_048);
    }

    private static Schema text(String form) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).pattern("^" + form + "$");
    }
}
