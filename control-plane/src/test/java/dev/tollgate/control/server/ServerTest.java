package dev.tollgate.control.server;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ServerTest {
    private Acting owner;
    private String environment;

    @BeforeEach
    void anEnvironment() {
        owner = Acting.ownerOfNewTenant("srv");
        environment = owner.environment("production");
    }

    @Test
    void what_is_left_out_gets_its_default() {
        owner.post("/servers", with("transport", http("http://127.0.0.1:18201/mcp")))
                .statusCode(201)
                .body("baseline", contains("*"))
                .body("prefixMode", equalTo("ALWAYS"))
                .body("toolApproval", equalTo("MANUAL"))
                .body("enabled", equalTo(true))
                .body("timeoutMillis", equalTo(30_000))
                .body("transport.type", equalTo("streamable-http"))
                .body("transport.url", equalTo("http://127.0.0.1:18201/mcp"));
    }

    @Test
    void an_allowed_command_is_a_transport_too() {
        owner.post("/servers", with("transport", Map.of("type", "stdio", "command", "filesystem")))
                .statusCode(201)
                .body("transport.command", equalTo("filesystem"));
        owner.post("/servers", with("transport", Map.of("type", "stdio", "command", "bash")))
                .statusCode(422)
                .body("errors[0].field", equalTo("transport"));
        owner.post("/servers", with("transport", Map.of("type", "stdio", "command", "sh -c id")))
                .statusCode(422)
                .body("errors[0].field", containsString("transport"));
    }

    @Test
    void http_with_sse_is_a_transport_too() {
        Map<String, Object> sse = Map.of("type", "sse", "url", "http://127.0.0.1:18201/sse");
        owner.post("/servers", with("transport", sse))
                .statusCode(201)
                .body("transport.type", equalTo("sse"))
                .body("transport.url", equalTo("http://127.0.0.1:18201/sse"));
        owner.post("/servers", with("transport", Map.of("type", "sse", "url", "http://10.0.0.1/sse")))
                .statusCode(422)
                .body("errors[0].field", equalTo("transport"));
    }

    @Test
    void urls_that_lead_inside_are_refused() {
        for (String url : List.of(
                "http://10.0.0.1/mcp",
                "http://169.254.169.254/latest/meta-data",
                "http://[fd00::1]/mcp",
                "http://[::ffff:10.0.0.1]/mcp",
                "http://0.0.0.0/mcp",
                "http://100.64.0.1/",
                "https://no-such-host.invalid/mcp")) {
            owner.post("/servers", with("transport", http(url)))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("transport"));
        }
        for (String url : List.of("ftp://example.com/", "http://user:pw@127.0.0.1/", "/relative", "http:///nohost")) {
            owner.post("/servers", with("transport", http(url)))
                    .statusCode(422)
                    .body("errors[0].field", containsString("transport"));
        }
    }

    @Test
    void an_unknown_transport_is_named() {
        owner.post("/servers", with("transport", Map.of("type", "carrier-pigeon")))
                .statusCode(422)
                .body("errors[0].field", equalTo("transport"));
    }

    @Test
    void fields_have_bounds() {
        Map<String, Object> wrong = new HashMap<>(Acting.serverBody("srv", environment));
        wrong.put("timeoutMillis", 50);
        wrong.put("baseline", Collections.nCopies(5_001, "t"));
        wrong.put("description", "d".repeat(1_001));

        owner.post("/servers", wrong)
                .statusCode(422)
                .body("errors.field", contains("description", "baseline", "timeoutMillis"));
    }

    @Test
    void headers_to_forward_are_kept_in_lower_case_and_published() {
        Map<String, Object> body = handing(List.of("X-Shop", "accept-language", "x-shop"));
        String id = owner.post("/servers", body)
                .statusCode(201)
                .body("forwardedHeaders", contains("x-shop", "accept-language"))
                .extract()
                .path("id");

        owner.get("/servers/" + id).body("forwardedHeaders", contains("x-shop", "accept-language"));
        owner.put("/servers/" + id, handing(List.of())).statusCode(200).body("forwardedHeaders", empty());
    }

    @Test
    void a_header_that_is_never_forwarded_is_refused_by_its_name_and_with_the_reason() {
        List<String> names = List.of("x-shop", "Authorization", "Mcp-Session-Id", "X-Forwarded-For", "no name");

        owner.post("/servers", handing(names))
                .statusCode(422)
                .body(
                        "errors.field",
                        contains(
                                "forwardedHeaders[1]",
                                "forwardedHeaders[2]",
                                "forwardedHeaders[3]",
                                "forwardedHeaders[4]"))
                .body("errors[0].message", containsString("Authorization is never forwarded: it carries credentials"));
        owner.post("/servers", handing(Collections.nCopies(17, "x-a")))
                .statusCode(422)
                .body("errors[0].field", equalTo("forwardedHeaders"));
    }

    @Test
    void a_process_is_given_no_headers() {
        Map<String, Object> body = with("transport", Map.of("type", "stdio", "command", "filesystem"));
        body.put("forwardedHeaders", List.of("x-shop"));

        owner.post("/servers", body)
                .statusCode(422)
                .body("errors[0].field", equalTo("forwardedHeaders"))
                .body("errors[0].message", containsString("one pipe serves the calls of all agents"));
    }

    @Test
    void names_are_taken_per_environment() {
        owner.server("crm", environment);

        owner.post("/servers", Acting.serverBody("crm", environment))
                .statusCode(409)
                .body("errors[0].field", equalTo("name"));
        owner.server("crm", owner.environment("staging"));
        owner.get("/servers?environment=" + environment).body("items.name", contains("crm"));
        owner.get("/servers").body("items.environmentId", hasItem(environment));
    }

    @Test
    void a_disabled_server_is_not_looked_at() {
        String id = owner.server("crm", environment);
        Map<String, Object> disabled = new HashMap<>(Acting.serverBody("crm", environment));
        disabled.put("enabled", false);
        owner.put("/servers/" + id, disabled).statusCode(200).body("enabled", equalTo(false));

        owner.request().post("/servers/" + id + "/sync").then().statusCode(409).body("type", endsWith("/wrong-state"));
    }

    @Test
    void patterns_of_groups_are_checked_one_by_one() {
        owner.post("/groups", Map.of("name", "g", "patterns", List.of("a__*", "", "b c")))
                .statusCode(422)
                .body("errors.field", contains("patterns[1]", "patterns[2]"));
        owner.post("/groups", Map.of("name", "g", "patterns", Collections.nCopies(201, "a")))
                .statusCode(422);
        owner.colleague("tool-admin")
                .post("/groups", Map.of("name", "g", "patterns", List.of("a__*")))
                .statusCode(201);
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "srv", "environmentId", environment));
        body.put(field, value);
        return body;
    }

    private Map<String, Object> handing(List<String> forwardedHeaders) {
        Map<String, Object> body = new HashMap<>(Acting.serverBody("srv", environment));
        body.put("forwardedHeaders", forwardedHeaders);
        return body;
    }

    private static Map<String, Object> http(String url) {
        return Map.of("type", "streamable-http", "url", url);
    }
}
