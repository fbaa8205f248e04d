package dev.tollgate.control.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Database;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class RenewalTest {
    @Inject
    AgroalDataSource application;

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    TenantScope scope;

    @Inject
    Renewal renewal;

    @Test
    void what_an_earlier_release_published_is_published_anew_once() {
        Acting owner = Acting.ownerOfNewTenant("renewed");
        owner.post("/keys", Map.of("name", "agent", "environmentId", owner.environment("production")))
                .statusCode(201);
        assertThat(renewal.renew()).as("a tenant of this release").isZero();
        TenantId tenant = TenantId.of(owner.tenantId());
        // As V6 finds it: a head of format 0, a key without an owner, no subject.
        scope.run(tenant, () -> {
            Database.texts(application, "update config_head set format = 0 returning 'x'");
            Database.texts(application, "delete from config_resource where kind = 'subject' returning 'x'");
            Database.texts(
                    application,
                    "update config_resource set sha256 = 'old', value = '{}' where kind = 'key' returning 'x'");
        });

        assertThat(renewal.renew()).isEqualTo(1);

        OutboxContents outbox = OutboxContents.of(system, owner);
        assertThat(outbox.live(VirtualKeyConfig.class)).hasSize(1);
        assertThat(outbox.digestsMatch()).last().isEqualTo(true);
        assertThat(renewal.renew()).isZero();
    }
}
