package dev.tollgate.control.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.TenantConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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

        assertThat(published()).isEqualTo(before.withStalenessMax(90));
        owner.get("/settings").body("approval", equalTo("ALWAYS"));
        owner.put("/settings", Map.of("approval", "NEVER")).statusCode(200);
        assertThat(published()).isEqualTo(before);
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
