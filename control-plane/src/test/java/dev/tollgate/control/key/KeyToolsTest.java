package dev.tollgate.control.key;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class KeyToolsTest {
    @Inject
    TenantScope scope;

    @Inject
    Changes changes;

    @Test
    void a_key_sees_what_its_grants_and_groups_say_in_its_environment() {
        Acting owner = Acting.ownerOfNewTenant("sees");
        String production = owner.environment("production");
        publishTools(owner, owner.server("crm", production), "read", "write", "purge");
        publishTools(owner, owner.server("crm", owner.environment("staging")), "read");
        String group = owner.create("/groups", Map.of("name", "writers", "patterns", List.of("crm__write")));
        String granted = issue(owner, production, List.of("*__read"), List.of(group));
        String bare = issue(owner, production, List.of(), List.of());

        owner.get("/keys/" + granted + "/tools")
                .statusCode(200)
                .body("exposedName", contains("crm__read", "crm__write"))
                .body("toolName", contains("read", "write"));
        owner.get("/keys/" + bare + "/tools").statusCode(200).body("$", hasSize(0));
    }

    @Test
    void what_is_attached_to_those_above_the_keys_owner_counts_for_it() {
        Acting owner = Acting.ownerOfNewTenant("above");
        String production = owner.environment("production");
        publishTools(owner, owner.server("crm", production), "read", "write", "purge");
        String readers = owner.create("/groups", Map.of("name", "readers", "patterns", List.of("crm__read")));
        String writers = owner.create("/groups", Map.of("name", "writers", "patterns", List.of("crm__write")));
        subject(owner, Map.of("kind", "tier", "id", "pro", "name", "Pro", "groupIds", List.of(readers)));
        String customer = subject(owner, Map.of("kind", "customer", "name", "Initech", "parent", "tier:pro"));
        subject(owner, Map.of("kind", "provider", "id", "somebody", "name", "S", "groupIds", List.of(writers)));

        String id = owner.post(
                        "/keys",
                        Map.of(
                                "name",
                                "agent",
                                "environmentId",
                                production,
                                "owner",
                                customer,
                                "modelProvider",
                                "somebody"))
                .statusCode(201)
                .extract()
                .path("key.id");

        owner.get("/keys/" + id + "/tools")
                .body("toolName", contains("read", "write"))
                .body("[0].through[0].groupName", equalTo("readers"))
                .body("[0].through[0].subject", equalTo("tier:pro"))
                .body("[1].through.subject", contains("provider:somebody"));
        owner.put("/subjects/" + customer, Map.of("kind", "customer", "name", "Initech"))
                .statusCode(200);
        owner.get("/keys/" + id + "/tools").body("toolName", contains("write"));
    }

    private static String subject(Acting owner, Map<String, Object> body) {
        return owner.post("/subjects", body).statusCode(201).extract().path("ref");
    }

    private static String issue(Acting owner, String environment, List<String> grants, List<String> groups) {
        return owner.post(
                        "/keys",
                        Map.of("name", "agent", "environmentId", environment, "grants", grants, "groupIds", groups))
                .statusCode(201)
                .extract()
                .path("key.id");
    }

    private void publishTools(Acting owner, String server, String... names) {
        TenantId tenant = TenantId.of(owner.tenantId());
        scope.run(
                tenant,
                () -> changes.make(change -> {
                    for (String name : names) {
                        change.put(new ToolConfig(
                                tenant,
                                new ToolId(UUID.randomUUID()),
                                ServerId.of(server),
                                name,
                                null,
                                null,
                                "{}",
                                "0".repeat(64),
                                null));
                    }
                    return change;
                }));
    }
}
