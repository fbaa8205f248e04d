package dev.tollgate.control.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of definitions: by the tenant's rule, by an admin's decision, and under which names. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ToolDecisionsTest {
    private static final String READ = "{\"name\":\"read\",\"description\":\"Reads\"}";
    private static final String READ_REWORDED = "{\"name\":\"read\",\"description\":\"Reads a file\"}";
    private static final String READ_CHANGED = "{\"name\":\"read\",\"inputSchema\":{\"required\":[\"path\"]}}";
    private static final String WRITE = "{\"name\":\"write\"}";

    @Inject
    LookingGateway gateway;

    private Acting owner;
    private String environment;
    private String server;
    private LookingGateway.Looks files;

    @BeforeEach
    void a_server_whose_new_tools_wait() {
        owner = Acting.ownerOfNewTenant("dec");
        environment = owner.environment("production");
        server = owner.create("/servers", manual("files", environment));
        files = gateway.at(owner, server);
    }

    @Test
    void a_rejected_change_leaves_the_approved_definition_and_does_not_come_back() {
        approved(READ);
        files.found(READ_CHANGED);

        owner.act(read() + "/reject", "")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("pendingDefinition", nullValue());

        assertThat(files.published()).containsExactly(READ);
        files.found(READ_CHANGED);
        owner.get(read()).body("state", equalTo("APPROVED"));
        assertThat(files.pendingSchemas()).isEmpty();
        files.found(READ_REWORDED);
        owner.get(read()).body("state", equalTo("QUARANTINED"));
    }

    @Test
    void a_rejected_new_tool_stays_away_and_can_be_approved_after_all() {
        files.found(READ);

        owner.act(read() + "/reject", "").statusCode(200).body("state", equalTo("RETIRED"));
        files.found(READ);

        owner.get("/servers/" + server).body("quarantinedTools", equalTo(0));
        owner.act(read() + "/reject", "").statusCode(409).body("type", endsWith("/wrong-state"));
        owner.act(read() + "/approve", "").statusCode(200).body("state", equalTo("APPROVED"));
        assertThat(files.published()).containsExactly(READ);
    }

    @Test
    void who_has_not_seen_the_change_or_lacks_the_right_rejects_nothing() {
        files.found(READ);
        String seen = owner.get(read()).extract().header("ETag");
        files.found(READ_CHANGED);

        owner.request().header("If-Match", seen).post(read() + "/reject").then().statusCode(412);
        owner.colleague("viewer").act(read() + "/reject", "").statusCode(403);
        Acting.ownerOfNewTenant("other").act(read() + "/reject", "").statusCode(404);
    }

    @Test
    void what_waits_on_a_server_is_rejected_or_retired_as_it_was_seen() {
        files.found(READ, WRITE);
        Map<String, Object> seen = files.seen();
        files.found(READ_CHANGED, WRITE);

        owner.act("/servers/" + server + "/tools/reject", seen)
                .statusCode(200)
                .body("decided", equalTo(1))
                .body("changed.name", contains("read"))
                .body("server.quarantinedTools", equalTo(1));
        owner.act("/servers/" + server + "/tools/reject", seen).body("decided", equalTo(1));
        owner.act("/servers/" + server + "/tools/retire", files.seen())
                .statusCode(200)
                .body("decided", equalTo(1))
                .body("changed", hasSize(0))
                .body("server.quarantinedTools", equalTo(0));

        files.found(READ, "{\"name\":\"write\",\"title\":\"Write\"}");
        owner.get(read()).body("state", equalTo("RETIRED"));
        owner.get("/tools?state=QUARANTINED").body("items.name", contains("write"));
        owner.colleague("finance")
                .act("/servers/" + server + "/tools/retire", seen)
                .statusCode(403);
    }

    @Test
    void the_tenants_rule_approves_new_words_and_no_new_schema() {
        approved(READ);
        rule("UNCHANGED_SCHEMA");

        files.found(READ_REWORDED, WRITE);
        assertThat(files.published()).containsExactly(READ_REWORDED);
        owner.get("/tools?state=QUARANTINED").body("items.name", contains("write"));

        files.found(READ_CHANGED, WRITE);
        owner.get(read()).body("state", equalTo("QUARANTINED"));
        assertThat(files.published()).containsExactly(READ_REWORDED);
    }

    @Test
    void a_rule_that_approves_new_tools_approves_those_that_come_and_not_what_waits() {
        files.found(READ);
        rule("ALWAYS");

        files.found(READ, WRITE);

        assertThat(files.published()).containsExactly(WRITE);
        owner.get(read()).body("state", equalTo("QUARANTINED"));
    }

    @Test
    void an_alias_that_another_tool_of_the_environment_has_is_refused_by_its_name() {
        approved(READ, WRITE);
        owner.put(tool("write"), Map.of("alias", "files__read"))
                .statusCode(409)
                .body("type", endsWith("/name-taken"))
                .body("errors.field", contains("alias"))
                .body("detail", containsString("files__read"));
        owner.put(tool("write"), Map.of("alias", "save")).statusCode(200);
        owner.put(tool("write"), Map.of("alias", "save")).statusCode(200);

        owner.put(read(), Map.of("alias", "save")).statusCode(409).body("detail", containsString("files__write"));
    }

    @Test
    void an_alias_of_a_tool_that_waits_is_taken_and_one_of_another_environment_is_free() {
        files.found(READ, WRITE);
        owner.put(tool("write"), Map.of("alias", "save")).statusCode(200);

        owner.put(read(), Map.of("alias", "save")).statusCode(409).body("detail", containsString("files__write"));

        gateway.at(owner, owner.create("/servers", manual("elsewhere", owner.environment("staging"))))
                .found("{\"name\":\"store\"}");
        owner.put(tool("store"), Map.of("alias", "save")).statusCode(200);
    }

    private static Map<String, Object> manual(String name, String environment) {
        Map<String, Object> body = new HashMap<>(Acting.serverBody(name, environment));
        body.put("toolApproval", "MANUAL");
        return body;
    }

    private void rule(String approval) {
        owner.put("/settings", Map.of("approval", approval)).statusCode(200);
    }

    private void approved(String... definitions) {
        files.found(definitions);
        owner.act("/servers/" + server + "/tools/approve", files.seen())
                .statusCode(200)
                .body("approved", equalTo(definitions.length));
    }

    private String read() {
        return tool("read");
    }

    private String tool(String name) {
        return "/tools/" + files.toolId(name);
    }
}
