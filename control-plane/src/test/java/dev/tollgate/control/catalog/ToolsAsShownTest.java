package dev.tollgate.control.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.VirtualKeyConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How tools are shown and asked about, from what is said at each place to what a key is told of it. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ToolsAsShownTest {
    private static final String READ = "{\"name\":\"read\",\"annotations\":{\"readOnlyHint\":true}}";
    private static final String WRITE = "{\"name\":\"write\"}";

    @Inject
    LookingGateway gateway;

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    private Acting owner;
    private String environment;
    private String server;
    private LookingGateway.Looks files;

    @BeforeEach
    void aServerWithTools() {
        owner = Acting.ownerOfNewTenant("shown");
        environment = owner.environment("production");
        server = owner.server("files", environment);
        files = gateway.at(owner, server);
        files.found(READ, WRITE);
    }

    @Test
    void what_is_said_nearer_to_the_key_goes_before_what_is_said_farther_away() {
        String group = owner.create("/groups", group(Map.of()));
        String key = owner.post("/keys", key(group, Map.of()))
                .statusCode(201)
                .body("key.toolMode", nullValue())
                .extract()
                .path("key.id");
        shows(key, "DIRECT", "DIRECT");

        owner.put("/settings", Map.of("approval", "NEVER", "toolMode", "SEARCH"))
                .statusCode(200);
        shows(key, "SEARCH", "SEARCH");
        owner.put("/servers/" + server, server(Map.of("toolMode", "CODE")))
                .statusCode(200)
                .body("toolMode", equalTo("CODE"));
        shows(key, "CODE", "CODE");
        owner.put("/groups/" + group, group(Map.of("toolMode", "DIRECT")))
                .statusCode(200)
                .body("toolMode", equalTo("DIRECT"));
        shows(key, "CODE", "DIRECT");
        owner.put("/keys/" + key, key(group, Map.of("toolMode", "SEARCH")))
                .statusCode(200)
                .body("toolMode", equalTo("SEARCH"));
        shows(key, "SEARCH", "SEARCH");
        assertThat(live(VirtualKeyConfig.class).toolMode()).isEqualTo(ToolMode.SEARCH);
        assertThat(live(ToolGroupConfig.class).toolMode()).isEqualTo(ToolMode.DIRECT);
        assertThat(live(ServerConfig.class).toolMode()).isEqualTo(ToolMode.CODE);

        owner.put("/keys/" + key, key(group, Map.of())).statusCode(200).body("toolMode", nullValue());
        shows(key, "CODE", "DIRECT");
        owner.put("/keys/" + key, key(group, Map.of("toolMode", "ALOUD")))
                .statusCode(422)
                .body("errors.field", contains("toolMode"));
    }

    @Test
    void a_server_is_one_file_unless_it_says_that_each_tool_is_one() {
        owner.get("/servers/" + server).body("stubBinding", equalTo("SERVER")).body("toolMode", nullValue());
        assertThat(live(ServerConfig.class).stubBinding()).isNull();

        owner.put("/servers/" + server, server(Map.of("stubBinding", "TOOL")))
                .statusCode(200)
                .body("stubBinding", equalTo("TOOL"));

        assertThat(live(ServerConfig.class).stubs()).isEqualTo(StubBinding.TOOL);
        owner.put("/servers/" + server, server(Map.of())).statusCode(200).body("stubBinding", equalTo("SERVER"));
    }

    @Test
    void what_is_said_of_a_tool_goes_before_what_the_settings_say_of_all_that_may_destroy_something() {
        String key = owner.post("/keys", key(null, Map.of("grants", List.of("*"))))
                .statusCode(201)
                .extract()
                .path("key.id");
        asks(key, false, false);

        owner.put("/settings", Map.of("approval", "NEVER", "approveDestructive", true))
                .statusCode(200);
        asks(key, false, true);
        owner.put(
                        "/settings",
                        Map.of(
                                "approval",
                                "NEVER",
                                "approveDestructive",
                                true,
                                "destructiveTools",
                                List.of("files__*")))
                .statusCode(200);
        asks(key, true, true);
        owner.put("/tools/" + files.toolId("write"), Map.of("callApproval", "NEVER"))
                .statusCode(200)
                .body("callApproval", equalTo("NEVER"));
        owner.put("/tools/" + files.toolId("read"), Map.of("callApproval", "ASK_FIRST"))
                .statusCode(200);
        asks(key, true, false);
        owner.put("/tools/" + files.toolId("read"), Map.of("callApproval", "NEVER"))
                .statusCode(200);
        asks(key, false, false);
        owner.put("/tools/" + files.toolId("read"), Map.of("callApproval", "ASK_FIRST"))
                .statusCode(200);
        assertThat(files.live().filter(tool -> tool.name().equals("read")).map(ToolConfig::callApproval))
                .containsExactly(CallApproval.ASK_FIRST);

        owner.put("/tools/" + files.toolId("read"), Map.of("callApproval", "PERHAPS"))
                .statusCode(422)
                .body("errors.field", contains("callApproval"));
        owner.colleague("viewer")
                .put("/tools/" + files.toolId("read"), Map.of())
                .statusCode(403);
    }

    @Test
    void a_new_definition_of_a_tool_that_is_asked_about_is_asked_about_too() {
        owner.put("/tools/" + files.toolId("write"), Map.of("callApproval", "ASK_FIRST"))
                .statusCode(200);

        files.found(READ, "{\"name\":\"write\",\"annotations\":{\"readOnlyHint\":true}}");
        owner.act("/tools/" + files.toolId("write") + "/approve", "").statusCode(200);

        assertThat(files.live().filter(tool -> tool.name().equals("write")).map(ToolConfig::callApproval))
                .containsExactly(CallApproval.ASK_FIRST);
    }

    private void shows(String key, String read, String write) {
        owner.get("/keys/" + key + "/tools")
                .statusCode(200)
                .body("toolName", contains("read", "write"))
                .body("toolMode", contains(read, write));
    }

    private void asks(String key, boolean read, boolean write) {
        owner.get("/keys/" + key + "/tools")
                .body("toolName", contains("read", "write"))
                .body("asksFirst", contains(read, write));
    }

    private <T extends ConfigResource> T live(Class<T> type) {
        return OutboxContents.of(system, owner).live(type).getFirst();
    }

    /** One that reads by its own grant, and writes by the group. */
    private Map<String, Object> key(@Nullable String group, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "agent", "environmentId", environment));
        body.put("grants", List.of("files__read"));
        body.put("groupIds", group == null ? List.of() : List.of(group));
        body.putAll(more);
        return body;
    }

    private static Map<String, Object> group(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "writers", "patterns", List.of("files__write")));
        body.putAll(more);
        return body;
    }

    private Map<String, Object> server(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Acting.serverBody("files", environment));
        body.putAll(more);
        return body;
    }
}
