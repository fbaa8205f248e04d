package dev.tollgate.control.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.testing.SigningPair;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.HeadSignature;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway would read, taken from the outbox before a publisher sends it. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PublicationTest {
    private static final Region LOCAL = new Region("local");

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    TenantScope scope;

    @Inject
    Changes changes;

    @Inject
    HeadSigner signer;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Acting owner;

    @BeforeEach
    void freshTenant() {
        owner = Acting.ownerOfNewTenant("pub");
    }

    @Test
    void a_new_tenant_is_its_first_revision() {
        OutboxContents outbox = OutboxContents.of(system, owner);

        assertThat(outbox.revisions()).containsExactly(1L);
        assertThat(outbox.live(TenantConfig.class)).hasSize(1);
    }

    @Test
    void every_change_is_closed_by_a_head_that_matches() {
        String environment = owner.environment("production");
        String server = owner.server("files", environment);
        String group = owner.create("/groups", Map.of("name", "readers", "patterns", List.of("files__*")));
        owner.put("/groups/" + group, Map.of("name", "readers", "patterns", List.of("files__read*")));
        owner.delete("/servers/" + server).statusCode(204);

        OutboxContents outbox = OutboxContents.of(system, owner);
        assertThat(outbox.revisions()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(outbox.digestsMatch()).doesNotContain(false);
        assertThat(outbox.live(EnvironmentConfig.class)).hasSize(1);
        assertThat(outbox.live(ServerConfig.class)).isEmpty();
        assertThat(outbox.live(ToolGroupConfig.class).getFirst().patterns()).hasToString("[files__read*]");
    }

    @Test
    void every_head_is_signed_for_its_region_also_when_it_is_sent_again() {
        owner.environment("production");
        scope.run(TenantId.of(owner.tenantId()), () -> changes.sendAgain(LOCAL, Set.of()));

        List<ConfigHead> heads = OutboxContents.of(system, owner).heads();
        assertThat(heads).hasSize(3).allSatisfy(head -> {
            assertThat(HeadSignature.isBy(head, LOCAL, SigningPair.publicKey())).isTrue();
            assertThat(HeadSignature.isBy(head, new Region("elsewhere"), SigningPair.publicKey()))
                    .isFalse();
            assertThat(signer.isSigned(head, LOCAL)).isTrue();
        });
        assertThat(heads.get(2)).isEqualTo(heads.get(1));
    }

    /** What TopicCheck takes for a reason to send a tenant again. */
    @Test
    void a_head_of_an_earlier_release_or_of_anyone_else_does_not_pass_for_ours() {
        ConfigHead ours = OutboxContents.of(system, owner).heads().getFirst();
        ConfigHead unsigned = new ConfigHead(
                ours.tenant(), ours.revision(), ours.digest(), ours.resources(), ours.committedAt(), ours.epoch());

        assertThat(signer.isSigned(unsigned, LOCAL)).isFalse();
        assertThat(signer.isSigned(ours, new Region("elsewhere"))).isFalse();
        assertThat(signer.isSigned(unsigned.signed(String.valueOf(ours.signature()), "test-0"), LOCAL))
                .isFalse();
    }

    @Test
    void what_gateways_do_not_see_makes_no_revision() {
        String environment = owner.environment("production");

        owner.put("/environments/" + environment, Map.of("name", "production", "description", "changed"))
                .statusCode(200);

        assertThat(OutboxContents.of(system, owner).revisions()).containsExactly(1L, 2L);
    }

    @Test
    void a_refused_request_publishes_nothing() {
        owner.environment("production");

        owner.post("/environments", Map.of("name", "production")).statusCode(409);

        assertThat(OutboxContents.of(system, owner).revisions()).containsExactly(1L, 2L);
    }

    @Test
    void a_server_is_looked_at_when_it_is_created_changed_or_asked_for() {
        String environment = owner.environment("production");
        String server = owner.server("files", environment);
        owner.put("/servers/" + server, Acting.serverBody("files", environment)).statusCode(200);
        owner.request().post("/servers/" + server + "/sync").then().statusCode(202);

        assertThat(OutboxContents.of(system, owner).otherTopics())
                .containsExactly("tollgate.sync.local", "tollgate.sync.local", "tollgate.sync.local");
    }

    @Test
    void changes_at_the_same_time_follow_one_another() throws Exception {
        List<Callable<Integer>> requests = IntStream.range(0, 24)
                .<Callable<Integer>>mapToObj(i -> () -> owner.post("/environments", Map.of("name", "env-" + i))
                        .extract()
                        .statusCode())
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        OutboxContents outbox = OutboxContents.of(system, owner);
        assertThat(outbox.revisions())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
        assertThat(outbox.digestsMatch()).doesNotContain(false);
    }

    @Test
    void a_tenant_is_sent_again_whole_with_what_should_not_be_there_taken_back() {
        owner.environment("production");
        TenantId tenant = TenantId.of(owner.tenantId());

        scope.run(tenant, () -> changes.sendAgain(LOCAL, Set.of("key/000000000000")));

        OutboxContents outbox = OutboxContents.of(system, owner);
        assertThat(outbox.revisions()).containsExactly(1L, 2L, 2L);
        assertThat(outbox.digestsMatch()).doesNotContain(false);
    }

    /** docs/runbooks/restore.md, step 3. */
    @Test
    void what_is_published_is_of_the_epoch_that_the_operator_raised() throws Exception {
        TenantId tenant = TenantId.of(owner.tenantId());
        Standing before = standing(tenant);
        try (Connection superuser = DriverManager.getConnection(url, "postgres", "");
                Statement statement = superuser.createStatement()) {
            statement.execute("update config_head set epoch = 7 where tenant_id = '" + tenant + "'");
        }

        scope.run(tenant, () -> changes.sendAgain(LOCAL, Set.of()));
        owner.environment("production");

        assertThat(OutboxContents.of(system, owner).epochs()).containsExactly(0L, 7L, 7L);
        assertThat(before.epoch()).isZero();
        assertThat(standing(tenant).epoch()).isEqualTo(7);
    }

    private Standing standing(TenantId tenant) throws SQLException {
        try (Connection connection = system.getConnection()) {
            return Objects.requireNonNull(
                    PublishedStore.standings(connection, LOCAL).get(tenant));
        }
    }
}
