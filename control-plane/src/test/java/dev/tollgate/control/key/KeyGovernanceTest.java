package dev.tollgate.control.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose a key is, from where it is accepted, and under which conditions it may call. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class KeyGovernanceTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    private Acting owner;
    private String environment;

    @BeforeEach
    void anEnvironment() {
        owner = Acting.ownerOfNewTenant("governed");
        environment = owner.environment("production");
    }

    @Test
    void all_of_it_is_kept_published_and_replaced_by_an_update() {
        owner.post("/subjects", Map.of("kind", "provider", "id", "somebody", "name", "Somebody"))
                .statusCode(201);
        String team = owner.post("/subjects", Map.of("kind", "team", "name", "Support"))
                .statusCode(201)
                .extract()
                .path("ref");
        Map<String, Object> wanted = body();
        wanted.put("owner", team);
        wanted.put("modelProvider", "somebody");
        wanted.put("sources", List.of("10.0.0.0/8", "2001:db8::1"));
        wanted.put("contentLogging", "OFF");
        wanted.put("labels", Map.of("app", "billing", "stage", "blue"));
        wanted.put("grants", List.of("crm__read", Map.of("tools", "crm__pay", "when", "args.amount < 100")));

        String id = owner.post("/keys", wanted).statusCode(201).extract().path("key.id");

        owner.get("/keys/" + id)
                .body("ownerName", equalTo("Support"))
                .body("labels.app", equalTo("billing"))
                .body("sources", hasSize(2))
                .body("grants[0]", equalTo("crm__read"))
                .body("grants[1]", equalTo(Map.of("tools", "crm__pay", "when", "args.amount < 100")));
        VirtualKeyConfig published = published();
        assertThat(published.owner()).hasToString(team);
        assertThat(published.modelProvider()).hasToString("somebody");
        assertThat(published.contentLogging()).isEqualTo(ContentLogging.OFF);
        assertThat(published.sources()).extracting(Object::toString).contains("10.0.0.0/8");
        assertThat(published.grants()).hasToString("[crm__read, crm__pay when args.amount < 100]");
        owner.get("/keys?owner=" + team).body("items.id", contains(id));
        owner.get("/keys?label=app:billing").body("items.id", contains(id));
        owner.get("/keys?label=app:blue").body("items", hasSize(0));
        owner.get("/keys?label=app").statusCode(422);
        owner.get("/keys?owner=nonsense").statusCode(422);

        owner.put("/keys/" + id, body()).statusCode(200).body("ownerName", equalTo("default"));

        assertThat(published().sources()).isEmpty();
        owner.get("/keys?label=app:billing").body("items", hasSize(0));
    }

    @Test
    void a_broken_condition_is_refused_at_its_place() {
        Map<String, Object> key = body();
        key.put(
                "grants",
                List.of(
                        "ok__*",
                        Map.of("tools", "not ok", "when", "true"),
                        Map.of("tools", "a__b", "when", "args.x <")));

        owner.post("/keys", key)
                .statusCode(422)
                .body("errors.field", contains("grants[1].tools", "grants[2].when"))
                .body("errors[1].message", startsWith("line 1, column "));
        owner.post("/groups", Map.of("name", "g", "patterns", List.of(Map.of("tools", "a__b", "when", "1 + 1"))))
                .statusCode(422)
                .body("errors.field", contains("patterns[0].when"));
    }

    @Test
    void a_groups_condition_is_published() {
        owner.create(
                "/groups",
                Map.of("name", "payers", "patterns", List.of(Map.of("tools", "a__b", "when", "args.n < 5"))));

        assertThat(OutboxContents.of(system, owner)
                        .live(ToolGroupConfig.class)
                        .getFirst()
                        .patterns())
                .hasToString("[a__b when args.n < 5]");
    }

    @Test
    void each_field_at_fault_is_named() {
        Map<String, Object> wrong = body();
        wrong.put("owner", "tier:pro");
        wrong.put("modelProvider", "unheard-of");
        wrong.put("sources", List.of("10.0.0.0/8", "10.0.0.1/8", "example.com"));
        wrong.put("labels", Map.of("not ok", "x"));

        owner.post("/keys", wrong)
                .statusCode(422)
                .body("errors.field", contains("owner", "modelProvider", "sources[1]", "sources[2]", "labels"));
    }

    private Map<String, Object> body() {
        return new HashMap<>(Map.of("name", "agent", "environmentId", environment));
    }

    private VirtualKeyConfig published() {
        return OutboxContents.of(system, owner).live(VirtualKeyConfig.class).getFirst();
    }
}
