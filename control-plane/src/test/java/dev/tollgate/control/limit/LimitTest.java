package dev.tollgate.control.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.catalog.LookingGateway;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class LimitTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    LookingGateway gateway;

    @Inject
    TenantScope scope;

    @Inject
    EntityManager entities;

    private Acting owner;
    private String tenant;

    @BeforeEach
    void freshTenant() {
        owner = Acting.ownerOfNewTenant("limit");
        tenant = "tenant:" + owner.tenantId();
    }

    private List<LimitConfig> published() {
        return OutboxContents.of(system, owner).live(LimitConfig.class);
    }

    @Test
    void a_hard_limit_is_published_and_one_that_warns_is_not() {
        owner.post(
                        "/limits",
                        Limits.limit(
                                "month", tenant, "dollars", Limits.calendar("1M", "Europe/Vienna"), "250.5", "hard"))
                .statusCode(201)
                .body("subject", equalTo(tenant))
                .body("subjectName", equalTo("The limit"))
                .body("unit", equalTo("dollars"))
                .body("amount", equalTo("250.5"))
                .body("window.kind", equalTo("calendar"))
                .body("window.length", equalTo("1M"))
                .body("window.zone", equalTo("Europe/Vienna"))
                .body("window.weekStart", equalTo("MONDAY"))
                .body("window.yearStart", equalTo("JANUARY"));
        owner.post("/limits", Limits.warning("day", tenant, Limits.rolling("1d")))
                .statusCode(201)
                .body("window.zone", nullValue());

        assertThat(published()).singleElement().satisfies(limit -> {
            assertThat(limit.amount()).isEqualTo(250_500_000_000L);
            assertThat(limit.window())
                    .hasToString("Calendar[length=1M, zone=Europe/Vienna, weekStart=MONDAY, yearStart=JANUARY]");
        });
    }

    @Test
    void each_field_at_fault_is_named_with_what_it_may_be() {
        Map<String, Object> right = Limits.calls("day", tenant, "10");

        refused(Limits.with(right, "name", " "), "name", "must be given");
        refused(Limits.with(right, "subject", "team"), "subject", "kind:id");
        refused(Limits.with(right, "subject", "nation:at"), "subject", "nothing of the kind nation has limits");
        refused(Limits.with(right, "unit", "yen"), "unit", "is calls, tokens, dollars or concurrent");
        refused(Limits.with(right, "perCallMax", 5), "perCallMax", "is for tokens");
        Map<String, Object> tokens = Limits.with(right, "unit", "tokens");
        refused(Limits.with(tokens, "perCallMax", 0), "perCallMax", "is 1 or more");
        refused(Limits.with(tokens, "perCallMax", 11), "perCallMax", "no call fits");
        refused(Limits.running("day", tenant, "0"), "amount", "between 1 and 100000");
        refused(Limits.with(Limits.running("day", tenant, "9"), "window", Limits.rolling("1d")), "window", "in none");
        refused(Limits.with(Limits.running("day", tenant, "9"), "enforcement", "warn"), "enforcement", "is hard");
        refused(Limits.with(Limits.running("day", tenant, "9"), "alertAt", List.of(80)), "alertAt", "comes and goes");
        refused(Limits.with(right, "amount", "1.5"), "amount", "whole number");
        refused(Limits.with(right, "amount", "-1"), "amount", "whole number");
        refused(
                Limits.with(Limits.with(right, "unit", "dollars"), "amount", "-1"),
                "amount",
                "between 0 and 100000000");
        refused(Limits.with(right, "enforcement", "maybe"), "enforcement", "is hard or warn");
        refused(Limits.with(right, "window", Limits.rolling("2d")), "window.length", "a window is 1m, 5m");
        refused(Limits.with(right, "window", Limits.calendar("1d", "Mars/Olympus")), "window.zone", "is a time zone");
        refused(
                Limits.with(right, "window", Map.of("kind", "rolling", "length", "1d", "zone", "UTC")),
                "window.zone",
                "is for calendar windows");
        owner.post("/limits", Map.of()).statusCode(422).body("errors", hasSize(6));
    }

    private void refused(Map<String, Object> limit, String field, String message) {
        owner.post("/limits", limit)
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void whatever_has_a_limit_is_of_the_tenant_and_there() {
        String environment = owner.environment("production");
        String server = owner.server("files", environment);
        LookingGateway.Looks looks = gateway.at(owner, server);
        looks.found("{\"name\":\"read\"}");
        String key = owner.post("/keys", Map.of("name", "agent", "environmentId", environment))
                .extract()
                .path("key.id");
        owner.create("/subjects", Map.of("kind", "tier", "id", "pro", "name", "Pro"));
        Map<String, String> names = Map.of(
                tenant,
                "The limit",
                "tier:pro",
                "Pro",
                team("Alpha"),
                "Alpha",
                "key:" + key,
                "agent",
                "server:" + server,
                "files",
                "tool:" + looks.toolId("read"),
                "files__read",
                "group:" + owner.create("/groups", Map.of("name", "all", "patterns", List.of("*"))),
                "all");
        Acting stranger = Acting.ownerOfNewTenant("stranger");

        names.forEach((subject, name) -> {
            owner.post("/limits", Limits.calls(name, subject, "1"))
                    .statusCode(201)
                    .body("subjectName", equalTo(name));
            stranger.post("/limits", Limits.calls(name, subject, "1"))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("subject"))
                    .body("errors[0].message", containsString("there is no "));
        });
        owner.get("/limits").body("items", hasSize(names.size()));
        owner.get("/limits?subject=tier:pro").body("items.name", equalTo(List.of("Pro")));
        owner.get("/limits?q=alp").body("items.name", equalTo(List.of("Alpha")));
        owner.get("/limits?subject=pro").statusCode(422);
        stranger.get("/limits").body("items", hasSize(0));
    }

    private String team(String name) {
        return owner.post("/subjects", Map.of("kind", "team", "name", name))
                .statusCode(201)
                .extract()
                .path("ref");
    }

    @Test
    void name_amount_and_enforcement_change_and_nothing_else() {
        Map<String, Object> first = Limits.calls("day", tenant, "10");
        String id = owner.create("/limits", first);

        owner.put("/limits/" + id, Limits.with(Limits.with(first, "amount", "20"), "name", "a day"))
                .statusCode(200)
                .body("amount", equalTo("20"))
                .body("name", equalTo("a day"));
        assertThat(published()).extracting(LimitConfig::amount).containsExactly(20L);
        assertThat(published()).extracting(LimitConfig::name).containsExactly("a day");
        Map.of("subject", team("Alpha"), "window", Limits.rolling("1h"), "unit", "dollars")
                .forEach((field, value) -> owner.put("/limits/" + id, Limits.with(first, field, value))
                        .statusCode(422)
                        .body("errors[0].field", equalTo(field))
                        .body("errors[0].message", containsString("make another limit")));
        owner.request()
                .header("If-Match", "\"0\"")
                .body(first)
                .put("/limits/" + id)
                .then()
                .statusCode(412);

        owner.put("/limits/" + id, Limits.with(first, "enforcement", "warn")).statusCode(200);
        assertThat(published()).isEmpty();
        owner.put("/limits/" + id, first).statusCode(200);
        assertThat(published()).hasSize(1);
        owner.delete("/limits/" + id).statusCode(204);
        assertThat(published()).isEmpty();
        owner.get("/limits/" + id).statusCode(404);
    }

    @Test
    void of_tokens_so_many_are_reserved_for_each_call_as_is_said_or_usual() {
        Map<String, Object> limit = Limits.limit("many", tenant, "tokens", Limits.rolling("1h"), "2000000", "hard");
        String id = owner.post("/limits", limit)
                .statusCode(201)
                .body("perCallMax", equalTo(50_000))
                .extract()
                .path("id");
        owner.post("/limits", Limits.limit("few", tenant, "tokens", Limits.rolling("1h"), "900", "warn"))
                .statusCode(201)
                .body("perCallMax", equalTo(900));

        owner.put("/limits/" + id, Limits.with(limit, "perCallMax", 7_000)).statusCode(200);

        assertThat(published()).singleElement().satisfies(told -> {
            assertThat(told.perCallMax()).isEqualTo(7_000);
            assertThat(told.unit()).isEqualTo(QuotaUnit.TOKENS);
        });
    }

    @Test
    void what_runs_at_once_has_a_limit_without_a_window_or_alerts() {
        String id = owner.post("/limits", Limits.running("at once", tenant, "20"))
                .statusCode(201)
                .body("window", nullValue())
                .body("alertAt", equalTo(List.of()))
                .extract()
                .path("id");

        owner.put("/limits/" + id, Limits.running("at once", tenant, "30")).statusCode(200);

        assertThat(published()).singleElement().satisfies(told -> {
            assertThat(told.amount()).isEqualTo(30);
            assertThat(told.window()).isEqualTo(new QuotaWindow.Running());
        });
        owner.get("/limits/" + id + "/usage")
                .statusCode(200)
                .body("amount", equalTo("30"))
                .body("held", equalTo("0"))
                .body("left", equalTo("30"))
                .body("resetsAt", nullValue());
    }

    @Test
    void windows_begin_as_the_tenants_settings_say_where_a_limit_says_nothing() {
        Map<String, Object> settings = Map.of("approval", "NEVER", "timeZone", "Asia/Tokyo", "weekStart", "SUNDAY");
        owner.put("/settings", Map.of("approval", "NEVER", "timeZone", "Mars/Olympus"))
                .statusCode(422)
                .body("errors[0].field", equalTo("timeZone"));
        owner.put("/settings", settings).statusCode(200).body("timeZone", equalTo("Asia/Tokyo"));
        Map<String, Object> week = Map.of("kind", "calendar", "length", "1w");
        Map<String, Object> limit = Limits.limit("week", tenant, "calls", week, "10", "hard");
        String id = owner.post("/limits", limit)
                .statusCode(201)
                .body("window.zone", equalTo("Asia/Tokyo"))
                .body("window.weekStart", equalTo("SUNDAY"))
                .body("window.yearStart", equalTo("JANUARY"))
                .extract()
                .path("id");
        owner.post("/limits", Limits.limit("own", tenant, "calls", Limits.calendar("1w", "UTC"), "10", "hard"))
                .statusCode(201)
                .body("window.zone", equalTo("UTC"));

        owner.put("/settings", Map.of("approval", "NEVER")).statusCode(200).body("timeZone", nullValue());
        owner.put("/limits/" + id, limit).statusCode(200).body("window.zone", equalTo("Asia/Tokyo"));
    }

    @Test
    void a_name_is_had_once_and_by_those_who_may_set_prices() {
        Map<String, Object> limit = Limits.calls("day", tenant, "10");

        owner.colleague("finance").post("/limits", limit).statusCode(201);
        owner.post("/limits", limit).statusCode(409).body("errors[0].field", equalTo("name"));
        owner.colleague("tool-admin").get("/limits").statusCode(403);
        owner.colleague("auditor").get("/limits").statusCode(200);
        owner.colleague("viewer").post("/limits", limit).statusCode(403);
    }

    @Test
    void limits_go_with_a_team_and_keep_a_server_and_its_tools_from_going() {
        String server = owner.server("files", owner.environment("production"));
        LookingGateway.Looks looks = gateway.at(owner, server);
        looks.found("{\"name\":\"read\"}");
        String team = team("Alpha");
        owner.create("/limits", Limits.calls("team", team, "10"));
        owner.create("/limits", Limits.warning("team warns", team, Limits.rolling("1d")));
        String ofServer = owner.create("/limits", Limits.calls("server", "server:" + server, "10"));
        String ofTool = owner.create("/limits", Limits.calls("tool", "tool:" + looks.toolId("read"), "10"));

        owner.delete("/subjects/" + team).statusCode(200);
        owner.get("/limits").body("items.name", equalTo(List.of("server", "tool")));
        assertThat(published()).hasSize(2);
        owner.delete("/servers/" + server).statusCode(409);
        owner.delete("/limits/" + ofTool).statusCode(204);
        owner.delete("/servers/" + server).statusCode(409);
        owner.delete("/limits/" + ofServer).statusCode(204);
        owner.delete("/servers/" + server).statusCode(204);
    }

    @Test
    void there_are_so_many_and_no_more() {
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    for (int i = 0; i < LimitService.LIMITS_MAX; i++) {
                        entities.createNativeQuery("""
                                insert into quota_limit (tenant_id, id, name, subject, unit, time_window, amount,
                                    enforcement, alert_at, created_at, version)
                                values (current_tenant(), ?1, ?2, ?3, 'calls', '{"kind":"rolling","length":"1d"}', 1,
                                    'warn', '{}', now(), 0)""")
                                .setParameter(1, UUID.randomUUID())
                                .setParameter(2, "n" + i)
                                .setParameter(3, tenant)
                                .executeUpdate();
                    }
                }));

        owner.post("/limits", Limits.calls("one more", tenant, "1"))
                .statusCode(409)
                .body("detail", containsString("1000 limits"));
    }

    @Test
    void a_hard_limit_that_nobody_used_is_left_whole() {
        String id = owner.create("/limits", Limits.limit("day", tenant, "dollars", Limits.rolling("1d"), "10", "hard"));

        owner.get("/limits/" + id + "/usage")
                .statusCode(200)
                .body("spent", equalTo("0"))
                .body("held", equalTo("0"))
                .body("left", equalTo("10"))
                .body("lagSeconds", nullValue());
        Acting.ownerOfNewTenant("stranger").get("/limits/" + id + "/usage").statusCode(404);
    }
}
