package dev.tollgate.control.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tollgate.control.price.Terms;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class TenantTest {
    private Acting acme;
    private Acting globex;

    @BeforeEach
    void twoTenants() {
        acme = Acting.ownerOfNewTenant("acme");
        globex = Acting.ownerOfNewTenant("globex");
    }

    @Test
    void the_operator_creates_and_lists_tenants() {
        Acting operator = Acting.operator();
        String id = acme.tenantId();

        operator.get("/tenants/" + id).statusCode(200).body("slug", equalTo(acme.slug()));
        operator.get("/tenants?limit=200").body("items.slug", hasItem(globex.slug()));
        operator.get("/tenants/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void a_slug_is_taken_once() {
        Acting.operator()
                .post("/tenants", Map.of("slug", acme.slug(), "name", "Again", "region", "local"))
                .statusCode(409)
                .body("type", endsWith("/name-taken"));
    }

    @Test
    void a_tenant_lives_in_a_known_region() {
        Acting.operator()
                .post("/tenants", Map.of("slug", "Bad Slug", "name", " ", "region", "mars"))
                .statusCode(422)
                .body("errors.field", contains("slug", "name", "region"));
    }

    @Test
    void only_the_operator_reaches_tenants() {
        acme.get("/tenants").statusCode(403);
        acme.get("/tenants/" + acme.tenantId()).statusCode(403);
        acme.post("/tenants", Map.of("slug", "mine", "name", "Mine", "region", "local"))
                .statusCode(403);
    }

    @Test
    void everyone_is_told_who_they_are() {
        acme.colleague("viewer", "finance", "offline_access")
                .get("/me")
                .statusCode(200)
                .body("tenant.slug", equalTo(acme.slug()))
                .body("roles", contains("finance", "viewer"));
    }

    @Test
    void an_organization_that_is_no_tenant_and_a_choice_of_two_are_nobody() {
        Acting.memberOf("unknown-organization", "owner")
                .get("/environments")
                .statusCode(403)
                .body("type", endsWith("/no-tenant"));
        acme.alsoOf(globex, "owner").get("/environments").statusCode(403).body("type", endsWith("/no-tenant"));
    }

    @Test
    void another_tenants_ids_answer_the_same_bytes_as_absent_ones() {
        String environment = acme.environment("production");
        String server = acme.server("files", environment);
        String group = acme.create("/groups", Map.of("name", "readers", "patterns", List.of("*")));
        String price = acme.create("/prices", Map.of("serverId", server, "terms", Terms.perCall("0.01")));
        String key = acme.post("/keys", Map.of("name", "agent", "environmentId", environment))
                .extract()
                .path("key.id");

        assertUnknown("/environments/", environment, UUID.randomUUID().toString());
        assertUnknown("/servers/", server, UUID.randomUUID().toString());
        assertUnknown("/groups/", group, UUID.randomUUID().toString());
        assertUnknown("/prices/", price, UUID.randomUUID().toString());
        assertUnknown("/keys/", key, "AAAAAAAAAAAA");
        assertThat(globex.get("/keys/" + key + "/tools")
                        .statusCode(404)
                        .extract()
                        .asString())
                .isEqualTo(globex.get("/keys/AAAAAAAAAAAA/tools").extract().asString());
    }

    private void assertUnknown(String path, String foreign, String absent) {
        acme.get(path + foreign).statusCode(200);
        String answer = globex.get(path + foreign).statusCode(404).extract().asString();
        assertThat(answer).isEqualTo(globex.get(path + absent).extract().asString());
    }
}
