package dev.tollgate.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every version becomes tools of one kind. */
class OpenApiDocumentsTest {
    @Test
    void readsVersion2() throws Exception {
        ApiDocument shop = Documents.read("shop-2.0.yaml");

        assertThat(shop.title()).isEqualTo("Shop");
        assertThat(shop.version()).isEqualTo("1.4.0");
        assertThat(shop.baseUrl()).isEqualTo(URI.create("https://shop.example/v1"));
        assertThat(shop.tools()).extracting(ApiTool::name).containsExactly("getOrder", "put_orders_orderId");
        assertThat(shop.omitted())
                .extracting(OmittedOperation::method, OmittedOperation::path, OmittedOperation::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "POST", "/orders/{orderId}/slip", "takes a body of multipart/form-data, not JSON"),
                        org.assertj.core.groups.Tuple.tuple(
                                "GET", "/orders", "has the parameter days with an unsupported collection format, tsv"));
    }

    @Test
    void writesSchemasOfVersion2AsJsonSchema() throws Exception {
        ApiTool put = Documents.tool(Documents.read("shop-2.0.yaml"), "put_orders_orderId");

        JsonNode schema = Documents.json(put.inputSchema());

        assertThat(schema.at("/required")).isEqualTo(Documents.json("[\"orderId\",\"body\"]"));
        assertThat(schema.at("/properties/body")).isEqualTo(Documents.json("{\"$ref\":\"#/$defs/Order\"}"));
        assertThat(schema.at("/$defs/Order/required")).isEqualTo(Documents.json("[\"lines\"]"));
        assertThat(schema.at("/$defs/Order/properties/id").isMissingNode()).isTrue();
        assertThat(schema.at("/$defs/Order/properties/note/type")).isEqualTo(Documents.json("[\"string\",\"null\"]"));
        assertThat(schema.at("/$defs/Order/properties/placed/examples")).isEqualTo(Documents.json("[\"2026-11-01\"]"));
        assertThat(schema.at("/$defs/Line/properties/quantity"))
                .isEqualTo(Documents.json("{\"type\":\"integer\",\"exclusiveMinimum\":0}"));
        assertThat(schema.at("/$defs/Line/properties/parts/items/$ref").textValue())
                .isEqualTo("#/$defs/Line");
    }

    @Test
    void readsVersion30() throws Exception {
        ApiDocument shop = Documents.read("shop-3.0.yaml");

        assertThat(shop.baseUrl()).isEqualTo(URI.create("https://eu.shop.example/v2"));
        assertThat(shop.tools())
                .extracting(ApiTool::name)
                .containsExactly("getOrder", "deleteOrder", "get_orders", "create_order");
        JsonNode get = Documents.json(Documents.tool(shop, "getOrder").definition());
        assertThat(get.path("title").textValue()).isEqualTo("One order");
        assertThat(get.path("description").textValue()).isEqualTo("Answers one order with its lines.");
        assertThat(get.at("/annotations/readOnlyHint").booleanValue()).isTrue();
        assertThat(get.at("/inputSchema/properties").has("Authorization")).isFalse();
        assertThat(get.at("/outputSchema/properties").has("id")).isTrue();
        assertThat(get.at("/outputSchema/properties").has("secret")).isFalse();
        assertThat(get.at("/outputSchema/properties/$ref/type").textValue()).isEqualTo("string");
        assertThat(get.at("/outputSchema/$defs/Order/properties/parent/$ref").textValue())
                .isEqualTo("#/$defs/Order");
        JsonNode delete = Documents.json(Documents.tool(shop, "deleteOrder").definition());
        assertThat(delete.at("/annotations/destructiveHint").booleanValue()).isTrue();
        assertThat(delete.at("/annotations/idempotentHint").booleanValue()).isTrue();
        assertThat(delete.path("description").textValue()).startsWith("Deprecated.");
    }

    @Test
    void saysWhyEachOperationIsLeftOut() throws Exception {
        List<OmittedOperation> omitted = Documents.read("shop-3.0.yaml").omitted();

        assertThat(omitted)
                .extracting(each -> each.method() + " " + each.path() + " " + each.reason())
                .containsExactly(
                        "GET /matrix/{m} has the parameter m with the unsupported style matrix",
                        "GET /elsewhere names a server of its own, and only the document's is called",
                        "GET /undeclared/{x} has a path whose {} are not its path parameters",
                        "POST /xml takes a body of application/xml, not JSON",
                        "TRACE /xml would have the service repeat what the gateway sends",
                        "GET /external refers to another document (common.yaml#/X), and none is followed",
                        "GET /host needs the header Host, which the gateway sets itself");
    }

    @Test
    void tellsParametersOfOneNameApart() throws Exception {
        ApiTool list = Documents.tool(Documents.read("shop-3.0.yaml"), "get_orders");

        assertThat(list.parameters())
                .extracting(ApiParameter::argument)
                .containsExactly("id_query", "id_header", "page_size");
        assertThat(Documents.json(list.inputSchema())
                        .at("/properties/page_size/default")
                        .intValue())
                .isEqualTo(20);
    }

    @Test
    void readsVersion31AgainstWhereItWasFound() throws Exception {
        ApiDocument shop = Documents.read("shop-3.1.json");

        assertThat(shop.baseUrl()).isEqualTo(URI.create("https://docs.example/api"));
        ApiTool create = Documents.tool(shop, "createOrder");
        assertThat(create.body()).isEqualTo(new ApiBody("body", "application/merge-patch+json", false));
        assertThat(create.promisesObject()).isFalse();
        JsonNode order = Documents.json(create.inputSchema()).at("/$defs/Order");
        assertThat(order.at("/properties/state/enum")).isEqualTo(Documents.json("[\"open\",null]"));
        assertThat(order.at("/properties/kind/const").textValue()).isEqualTo("retail");
        assertThat(order.at("/properties/size/exclusiveMinimum").intValue()).isZero();
        assertThat(order.at("/properties/next"))
                .isEqualTo(Documents.json("{\"$ref\":\"#/$defs/Order\",\"description\":\"What follows\"}"));
        assertThat(order.at("/unevaluatedProperties").isBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-2.0.yaml", "shop-3.0.yaml", "shop-3.1.json"})
    void writesSchemasThatTheMetaschemaAccepts(String resource) throws Exception {
        var metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        for (ApiTool tool : Documents.read(resource).tools()) {
            assertThat(metaschema.validate(tool.inputSchema(), com.networknt.schema.InputFormat.JSON))
                    .as(tool.name())
                    .isEmpty();
            JsonNode output = Documents.json(tool.definition()).path("outputSchema");
            if (!output.isMissingNode()) {
                assertThat(metaschema.validate(output.toString(), com.networknt.schema.InputFormat.JSON))
                        .as(tool.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void leavesEveryOperationOutWhereNoServerIsKnown() throws Exception {
        String text = """
                {"openapi": "3.0.0", "info": {"title": "t", "version": "1"},
                 "paths": {"/a": {"get": {"responses": {"200": {"description": "ok"}}}}}}""";

        ApiDocument document =
                OpenApiDocuments.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), null, null);

        assertThat(document.baseUrl()).isNull();
        assertThat(document.tools()).isEmpty();
        assertThat(document.omitted().getFirst().reason()).contains("give a base URL");
    }

    @Test
    void bindsTheRequestIntoTheDefinition() throws Exception {
        String text = """
                {"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "servers": [{"url": "%s"}],
                 "paths": {"/a": {"post": {"operationId": "a",
                   "parameters": [{"name": "x", "in": "%s", "schema": {"type": "string"}}],
                   "responses": {"200": {"description": "ok"}}}}}}""";

        String known = definition(text.formatted("https://a.example", "query"));

        assertThat(definition(text.formatted("https://a.example", "query"))).isEqualTo(known);
        assertThat(definition(text.formatted("https://b.example", "query"))).isNotEqualTo(known);
        assertThat(definition(text.formatted("https://a.example", "header"))).isNotEqualTo(known);
    }

    private static String definition(String text) throws UnusableDocument {
        return Documents.of(text).tools().getFirst().definition();
    }

    @Test
    void givesEachOperationANameOfItsOwn() throws Exception {
        String operation = "{\"operationId\": \"%s\", \"responses\": {\"200\": {\"description\": \"ok\"}}}";
        String text = "{\"openapi\": \"3.0.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"},"
                + "\"servers\": [{\"url\": \"https://a.example\"}], \"paths\": {"
                + "\"/a\": {\"get\": " + operation.formatted("list/it") + "},"
                + "\"/b\": {\"get\": " + operation.formatted("list it") + "},"
                + "\"/c\": {\"get\": " + operation.formatted("x".repeat(100)) + "}}}";

        List<String> names =
                Documents.of(text).tools().stream().map(ApiTool::name).toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z0-9_-]{1,64}"));
        assertThat(names.getFirst()).isEqualTo("list_it");
    }
}
