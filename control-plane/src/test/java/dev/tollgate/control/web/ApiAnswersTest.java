package dev.tollgate.control.web;

import static io.restassured.RestAssured.given;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.federation.OpenIdServer;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.ingest.Events;
import dev.tollgate.control.ingest.StoredCalls;
import dev.tollgate.control.model.Rates;
import dev.tollgate.control.price.Terms;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.WireJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Real answers are what the OpenAPI document says that they are, of every GET that it knows. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@WithTestResource(Analytics.class)
class ApiAnswersTest {
    private static final String V1 = "/api/v1";

    @Inject
    ClickHouse clickHouse;

    @Inject
    TenantScope scope;

    @Inject
    Changes changes;

    @Test
    void every_answer_to_a_get_fits_its_schema() throws Exception {
        JsonNode document = document();
        Acting owner = person(Acting.ownerOfNewTenant("truth"));
        Acting operator = Acting.operator();
        Map<String, String> ids = estate(owner);
        federate(owner);
        List<String> faults = new ArrayList<>();
        for (String path : gets(document)) {
            boolean operators = path.startsWith(V1 + "/tenants")
                    || path.startsWith(V1 + "/catalogue-prices")
                    || path.endsWith("/gaps");
            String address = path.replaceAll("[{](id|ref|revision|server)[}]", ids.getOrDefault(path, ""))
                    .substring(V1.length());
            Response answer =
                    (operators ? operator : owner).get(address).extract().response();
            assertThat(answer.statusCode()).as("%s", path).isEqualTo(200);
            faults.addAll(faults(document, path, 200, answer));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_problem_fits_its_schema() {
        Acting owner = Acting.ownerOfNewTenant("problem");

        Response absent =
                owner.get("/servers/" + Events.SEARCH.value()).extract().response();
        Response invalid = owner.get("/servers?limit=0").extract().response();

        assertThat(faults(document(), V1 + "/servers/{id}", 404, absent)).isEmpty();
        assertThat(faults(document(), V1 + "/servers", 422, invalid)).isEmpty();
    }

    /** An owner whom gateways know, so that they may have connections of their own. */
    private Acting person(Acting anyone) {
        TenantId tenant = TenantId.of(anyone.tenantId());
        String identity = UUID.randomUUID().toString();
        scope.run(
                tenant,
                () -> changes.make(change -> {
                    change.put(PersonConfig.of(tenant, identity, SubjectRef.of(SubjectKind.USER, UUID.randomUUID())));
                    return change;
                }));
        return anyone.person(identity, "owner");
    }

    private static void federate(Acting owner) throws Exception {
        try (OpenIdServer provider = new OpenIdServer()) {
            owner.put(
                            "/identity-provider",
                            Map.of(
                                    "discoveryUrl",
                                    provider.discoveryUrl().toString(),
                                    "clientId",
                                    "tollgate",
                                    "clientSecret",
                                    OpenIdServer.SECRET,
                                    "domains",
                                    List.of("acme.example")))
                    .statusCode(200);
            owner.request().post("/identity-provider/trial").then().statusCode(200);
        }
    }

    private Map<String, String> estate(Acting owner) {
        StoredCalls.migrate(clickHouse);
        String environment = owner.environment("production");
        String server = owner.server("crm", environment);
        String group = owner.create("/groups", Map.of("name", "all", "patterns", List.of("*")));
        String price = owner.create("/prices", Map.of("serverId", server, "terms", Terms.perCall("0.0025")));
        String key = owner.post(
                        "/keys", Map.of("name", "agent", "environmentId", environment, "groupIds", List.of(group)))
                .extract()
                .path("key.id");
        ToolCallEvent call = Events.call(
                TenantId.of(owner.tenantId()),
                Instant.now().truncatedTo(HOURS),
                Events.KEY,
                "Analyst",
                "find",
                2_500_000,
                CallStatus.OK);
        StoredCalls.store(clickHouse, List.of(call));
        String user = owner.post(
                        "/users", Map.of("email", "ada@example.com", "name", "Ada", "roles", List.of("viewer")))
                .extract()
                .path("user.id");
        Map<String, String> ids = new TreeMap<>();
        ids.put(V1 + "/gateways/{id}/gaps", "gateway-1");
        ids.put(V1 + "/revisions/{revision}", "1");
        ids.put(V1 + "/users/{id}", user);
        ids.put(V1 + "/users/{id}/clients", user);
        ids.put(V1 + "/servers/{id}/credential", server);
        ids.put(V1 + "/servers/{id}/health", server);
        ids.put(V1 + "/servers/{id}/connections", server);
        ids.put(V1 + "/me/connections/{server}", server);
        String asking = owner.server("asking", environment);
        owner.put("/servers/" + asking + "/credential", Map.of("personHeaders", List.of("X-Person")))
                .statusCode(200);
        ids.put(V1 + "/me/connections/{server}/headers", asking);
        owner.put(
                        "/servers/" + server + "/credential",
                        Map.of("oauth", Map.of("who", "EACH_PERSON", "issuer", "http://127.0.0.1:1908")))
                .statusCode(200);
        ids.put(V1 + "/servers/{id}/tls", server);
        String channel = owner.create(
                "/alert-channels", Map.of("name", "pager", "kind", "WEBHOOK", "url", "http://127.0.0.1:1908/alerts"));
        ids.put(V1 + "/alert-channels/{id}", channel);
        ids.put(
                V1 + "/alerts/{id}",
                owner.act("/alert-channels/" + channel + "/test", Map.of())
                        .extract()
                        .path("id"));
        ids.put(V1 + "/prices/{id}/versions", price);
        ids.put(V1 + "/prices/{id}/usage", price);
        ids.put(
                V1 + "/catalogue-prices/{id}",
                Acting.operator()
                        .create(
                                "/catalogue-prices",
                                Map.of(
                                        "address",
                                        "https://mcp.example/" + UUID.randomUUID(),
                                        "terms",
                                        Terms.perCall("0.01"))));
        String model = owner.create("/models", Rates.model("gpt-large"));
        ids.put(V1 + "/models/{id}", model);
        ids.put(V1 + "/models/{id}/versions", model);
        String limit = owner.create(
                "/limits",
                Map.of(
                        "name",
                        "a day's calls",
                        "subject",
                        "key:" + key,
                        "unit",
                        "calls",
                        "window",
                        Map.of("kind", "calendar", "length", "1d"),
                        "amount",
                        "1000",
                        "enforcement",
                        "warn"));
        ids.put(V1 + "/limits/{id}", limit);
        ids.put(V1 + "/limits/{id}/usage", limit);
        ids.put(V1 + "/calls/{id}/price", call.callId().toString());
        ids.putAll(Map.of(
                V1 + "/environments/{id}", environment,
                V1 + "/servers/{id}", server,
                V1 + "/groups/{id}", group,
                V1 + "/prices/{id}", price,
                V1 + "/keys/{id}", key,
                V1 + "/keys/{id}/tools", key,
                V1 + "/subjects/{ref}",
                        owner.get("/subjects?kind=service").extract().path("items[0].ref"),
                V1 + "/calls/{id}", call.callId().toString(),
                V1 + "/tenants/{id}", owner.tenantId()));
        ids.put(V1 + "/tenants/{id}/move", owner.tenantId());
        Acting.operator()
                .act("/tenants/" + owner.tenantId() + "/move", Map.of("region", "elsewhere"))
                .statusCode(200);
        return ids;
    }

    /** Tools need a gateway's report, and are looked at where there are any; an export is no JSON document. */
    private static List<String> gets(JsonNode document) {
        List<String> paths = new ArrayList<>();
        document.required("paths").properties().forEach(path -> {
            boolean other = path.getKey().contains("/tools/{id}")
                    || path.getKey().endsWith("/export")
                    || path.getKey().endsWith("/sheet");
            if (path.getValue().has("get") && !other) {
                paths.add(path.getKey());
            }
        });
        assertThat(paths).hasSizeGreaterThan(15);
        return paths;
    }

    private static List<String> faults(JsonNode document, String path, int status, Response answer) {
        JsonNode content = document.required("paths")
                .required(path)
                .required("get")
                .required("responses")
                .path(Integer.toString(status))
                .path("content");
        String type = status == 200 ? "application/json" : ProblemAnswer.MEDIA_TYPE;
        JsonNode schema = content.path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of(path + ": the document says nothing of " + status + " as " + type);
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.required("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(answer.asString(), InputFormat.JSON)
                .stream()
                .map(message -> path + ": " + message.getMessage())
                .toList();
    }

    private static JsonNode document() {
        return json(given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode json(String text) {
        return WireJson.decode(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
