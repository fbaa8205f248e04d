package dev.tollgate.control.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.ToolPattern;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class SettingsTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    private Acting owner;

    @BeforeEach
    void aTenant() {
        owner = Acting.ownerOfNewTenant("set");
    }

    @Test
    void a_tenant_begins_with_an_admin_for_everything_and_without_a_bound_on_age() {
        owner.get("/settings")
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("approval", equalTo("NEVER"))
                .body("snapshotStalenessMaxSeconds", nullValue());
        assertThat(published().snapshotStalenessMaxSeconds()).isNull();
    }

    @Test
    void a_greatest_staleness_reaches_gateways_and_leaves_the_rest_of_the_tenant_as_it_was() {
        TenantConfig before = published();

        owner.put("/settings", Map.of("approval", "ALWAYS", "snapshotStalenessMaxSeconds", 90))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("approval", equalTo("ALWAYS"))
                .body("snapshotStalenessMaxSeconds", equalTo(90));

        assertThat(published()).isEqualTo(before.deciding(90, null, false, List.of(), null));
        owner.get("/settings").body("approval", equalTo("ALWAYS"));
        owner.put("/settings", Map.of("approval", "NEVER")).statusCode(200);
        assertThat(published()).isEqualTo(before);
    }

    @Test
    void how_tools_are_shown_and_asked_about_reaches_gateways_and_what_is_left_out_is_as_it_was() {
        TenantConfig before = published();
        ScriptLimits limits = new ScriptLimits(1_000_000L, null, 65_536L, 20, null);

        owner.put(
                        "/settings",
                        Map.of(
                                "approval",
                                "NEVER",
                                "toolMode",
                                "CODE",
                                "approveDestructive",
                                true,
                                "destructiveTools",
                                List.of("crm__delete_*", "*__drop"),
                                "scripts",
                                Map.of("steps", 1_000_000, "outputBytes", 65_536, "toolCalls", 20)))
                .statusCode(200)
                .body("toolMode", equalTo("CODE"))
                .body("approveDestructive", equalTo(true))
                .body("destructiveTools", contains("crm__delete_*", "*__drop"))
                .body("scripts.steps", equalTo(1_000_000))
                .body("scripts.seconds", nullValue())
                .body("scriptMaxima.seconds", equalTo(60));

        assertThat(published())
                .isEqualTo(before.deciding(
                        null,
                        ToolMode.CODE,
                        true,
                        List.of(new ToolPattern("crm__delete_*"), new ToolPattern("*__drop")),
                        limits));
        owner.put("/settings", Map.of("approval", "NEVER", "scripts", Map.of()))
                .statusCode(200)
                .body("toolMode", nullValue())
                .body("approveDestructive", equalTo(false))
                .body("scripts", nullValue());
        assertThat(published()).isEqualTo(before);
    }

    @Test
    void patterns_of_destructive_tools_are_checked_one_by_one() {
        owner.put("/settings", Map.of("approval", "NEVER", "destructiveTools", List.of("crm__*", "", "two words")))
                .statusCode(422)
                .body("errors.field", contains("destructiveTools[1]", "destructiveTools[2]"))
                .body("errors[0].message", equalTo("a tool pattern has 1 to 200 characters"));
        owner.put("/settings", Map.of("approval", "NEVER", "destructiveTools", Collections.singletonList(null)))
                .statusCode(422)
                .body("errors.field", contains("destructiveTools"))
                .body("errors[0].message", equalTo("holds no null"));
        owner.put("/settings", Map.of("approval", "NEVER", "destructiveTools", Collections.nCopies(101, "crm__*")))
                .statusCode(422)
                .body("errors.field", contains("destructiveTools"))
                .body("errors[0].message", equalTo("has at most 100 entries"));
        owner.put("/settings", Map.of("approval", "NEVER", "destructiveTools", Collections.nCopies(100, "crm__*")))
                .statusCode(200);
        owner.put("/settings", Map.of("approval", "NEVER")).statusCode(200).body("destructiveTools", empty());
    }

    @Test
    void scripts_are_let_use_no_more_than_the_operator_allows() {
        owner.put(
                        "/settings",
                        Map.of(
                                "approval",
                                "NEVER",
                                "scripts",
                                Map.of(
                                        "steps", 10_000_001,
                                        "memoryBytes", 33_554_433,
                                        "outputBytes", 1_048_577,
                                        "toolCalls", 101,
                                        "seconds", 61)))
                .statusCode(422)
                .body(
                        "errors.field",
                        contains(
                                "scripts.steps",
                                "scripts.memoryBytes",
                                "scripts.outputBytes",
                                "scripts.toolCalls",
                                "scripts.seconds"))
                .body("errors[0].message", equalTo("is at most 10000000, which the operator allows"));
        owner.put("/settings", Map.of("approval", "NEVER", "scripts", Map.of("toolCalls", 0)))
                .statusCode(422)
                .body("errors.field", contains("scripts"))
                .body("errors[0].message", equalTo("toolCalls of a script is at least 1, not 0"));
        owner.put("/settings", Map.of("approval", "NEVER", "scripts", Map.of("toolCalls", 100)))
                .statusCode(200);
    }

    @Test
    void what_cannot_be_is_refused_by_field() {
        owner.put("/settings", Map.of("snapshotStalenessMaxSeconds", 59))
                .statusCode(422)
                .body("errors.field", contains("approval", "snapshotStalenessMaxSeconds"));
        owner.put("/settings", Map.of("approval", "NEVER", "snapshotStalenessMaxSeconds", 2_592_001))
                .statusCode(422)
                .body("errors.field", contains("snapshotStalenessMaxSeconds"));
        owner.put("/settings", Map.of("approval", "SOMETIMES"))
                .statusCode(422)
                .body("errors.field", contains("approval"));
        owner.put("/settings", Map.of("approval", "NEVER", "toolMode", "TELEPATHY"))
                .statusCode(422)
                .body("errors.field", contains("toolMode"));
        owner.request()
                .header("If-Match", "\"7\"")
                .body(Map.of("approval", "NEVER"))
                .put("/settings")
                .then()
                .statusCode(412);
        owner.request()
                .body(Map.of("approval", "NEVER"))
                .put("/settings")
                .then()
                .statusCode(428);
    }

    @Test
    void only_owners_and_admins_see_and_change_them() {
        owner.colleague("admin").put("/settings", Map.of("approval", "NEVER")).statusCode(200);
        for (String role : List.of("tool-admin", "finance", "auditor", "viewer")) {
            owner.colleague(role).get("/settings").statusCode(403);
            owner.colleague(role).put("/settings", Map.of("approval", "NEVER")).statusCode(403);
        }
    }

    @Test
    void one_tenants_settings_are_not_anothers() {
        owner.put("/settings", Map.of("approval", "ALWAYS")).statusCode(200);

        Acting.ownerOfNewTenant("other").get("/settings").body("approval", equalTo("NEVER"));
    }

    private TenantConfig published() {
        return OutboxContents.of(system, owner).live(TenantConfig.class).getFirst();
    }
}
