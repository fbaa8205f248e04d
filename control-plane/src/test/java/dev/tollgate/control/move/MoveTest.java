package dev.tollgate.control.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.publish.Relocations;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.testing.SigningPair;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.HeadSignature;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class MoveTest {
    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    MoveService service;

    @Inject
    Relocations relocations;

    @Inject
    FakeGateways gateways;

    private Acting owner;
    private TenantId tenant;

    @BeforeEach
    void tenant() {
        owner = Acting.ownerOfNewTenant("mover");
        tenant = TenantId.of(owner.tenantId());
        owner.environment("production");
    }

    @Test
    void at_every_step_the_two_regions_agree_when_the_one_stops_and_the_other_begins() {
        // when it is asked for
        move("elsewhere").statusCode(200).body("state", equalTo("STAGED")).body("at", nullValue());
        // then the new region has everything and serves nothing
        assertThat(config("local").servedUntil()).isNull();
        assertThat(config("elsewhere").isServedAt(Instant.now().plusSeconds(1_000_000_000)))
                .isFalse();
        assertThat(revision("elsewhere")).isEqualTo(revision("local")).isEqualTo(3);

        // when its gateways do not have it yet, then nothing goes on
        service.advance(tenant, Instant.now());
        assertThat(revision("local")).isEqualTo(3);

        // when they do
        gateways.have("elsewhere", tenant, 3);
        Instant asked = Instant.now();
        service.advance(tenant, asked);
        // then both are told the same moment, which lies ahead
        Instant at = Objects.requireNonNull(config("local").servedUntil());
        assertThat(at).isAfter(asked.plusSeconds(10));
        assertThat(config("elsewhere").servedFrom()).isEqualTo(at);
        assertExactlyOneServesAround(at);
        get().body("state", equalTo("SCHEDULED")).body("to", equalTo("elsewhere"));

        // when not every gateway knows it in time
        service.advance(tenant, at.minusSeconds(1));
        // then it is put off, for both
        Instant later = Objects.requireNonNull(config("local").servedUntil());
        assertThat(later).isAfter(at);
        assertExactlyOneServesAround(later);

        // when all know it, and the moment has passed
        gateways.have("local", tenant, 5);
        gateways.have("elsewhere", tenant, 5);
        service.advance(tenant, later.plusMillis(1));
        assertThat(revision("local"))
                .as("the old region is left a moment later")
                .isEqualTo(5);
        service.advance(tenant, later.plusSeconds(10));
        // then the old region is told that the tenant left, and has nothing of it
        get().body("state", equalTo("DONE"));
        assertThat(OutboxContents.of(system, owner, "local").heads().getLast().saysGone())
                .isTrue();
        assertThat(OutboxContents.of(system, owner, "local").live(TenantConfig.class))
                .isEmpty();
        assertThat(config("elsewhere").servedFrom()).isNull();
        assertThat(config("elsewhere").region()).isEqualTo(new Region("elsewhere"));
        Acting.operator().get("/tenants/" + tenant).body("region", equalTo("elsewhere"));
        assertEveryHeadIsTrueAndSigned();
    }

    @Test
    void changes_reach_both_regions_while_it_moves_and_the_new_one_alone_afterwards() {
        move("elsewhere").statusCode(200);
        owner.environment("staging");
        complete();
        long left = revision("local");
        owner.environment("development");

        assertThat(revision("local")).isEqualTo(left);
        assertThat(revision("elsewhere")).isEqualTo(left + 1);
        assertEveryHeadIsTrueAndSigned();
    }

    @Test
    void a_tenant_can_move_back_with_revisions_that_go_on() {
        move("elsewhere").statusCode(200);
        complete();
        long left = revision("local");

        move("local").statusCode(200);
        complete();

        assertThat(revision("local")).isGreaterThan(left);
        assertThat(config("local").servedFrom()).isNull();
        assertThat(OutboxContents.of(system, owner, "elsewhere").live(TenantConfig.class))
                .isEmpty();
        assertEveryHeadIsTrueAndSigned();
    }

    @Test
    void a_move_is_called_off_while_no_moment_is_fixed() {
        move("elsewhere").statusCode(200);
        long staged = revision("elsewhere");

        cancel().statusCode(204);

        // then the new region is told that the tenant left, and has nothing of it
        assertThat(OutboxContents.of(system, owner, "elsewhere")
                        .heads()
                        .getLast()
                        .saysGone())
                .isTrue();
        assertThat(revision("elsewhere")).isEqualTo(staged + 1);
        assertThat(OutboxContents.of(system, owner, "elsewhere").live(TenantConfig.class))
                .isEmpty();
        // and the old one serves as ever, alone
        assertThat(config("local").isServedAt(Instant.now().plusSeconds(1_000_000_000)))
                .isTrue();
        Acting.operator().get("/tenants/" + tenant).body("region", equalTo("local"));
        Acting.operator().get("/tenants/" + tenant + "/move").statusCode(404);
        assertThat(relocations.unfinished()).doesNotContain(tenant);
        owner.environment("staging");
        assertThat(revision("elsewhere")).isEqualTo(staged + 1);
        gateways.have("elsewhere", tenant, 1_000);
        service.advance(tenant, Instant.now());
        assertThat(config("local").servedUntil()).isNull();
        assertEveryHeadIsTrueAndSigned();
    }

    @Test
    void a_move_that_was_called_off_can_be_made_after_all() {
        move("elsewhere").statusCode(200);
        cancel().statusCode(204);

        move("elsewhere").statusCode(200);
        complete();

        assertThat(config("elsewhere").servedFrom()).isNull();
        assertThat(OutboxContents.of(system, owner, "local").live(TenantConfig.class))
                .isEmpty();
        assertEveryHeadIsTrueAndSigned();
    }

    @Test
    void a_move_with_a_moment_is_not_called_off() {
        cancel().statusCode(404);
        move("elsewhere").statusCode(200);
        gateways.have("elsewhere", tenant, 1_000);
        service.advance(tenant, Instant.now());
        long told = revision("elsewhere");

        cancel().statusCode(409).body("detail", containsString("know the moment of the move already, " + at()));

        assertThat(revision("elsewhere")).isEqualTo(told);
        get().body("state", equalTo("SCHEDULED"));
        complete();
        cancel().statusCode(409).body("detail", containsString("done"));
        get().body("state", equalTo("DONE"));
    }

    @Test
    void only_the_operator_calls_off_and_names_the_tenants_version() {
        move("elsewhere").statusCode(200);

        owner.delete("/tenants/" + tenant + "/move").statusCode(403);
        Acting.operator().delete("/tenants/" + UUID.randomUUID() + "/move").statusCode(404);
        Acting.operator()
                .request()
                .delete("/tenants/" + tenant + "/move")
                .then()
                .statusCode(428);
        Acting.operator()
                .request()
                .header("If-Match", "\"99\"")
                .delete("/tenants/" + tenant + "/move")
                .then()
                .statusCode(412);

        get().body("state", equalTo("STAGED"));
    }

    private String at() {
        return get().extract().path("at");
    }

    private ValidatableResponse cancel() {
        return Acting.operator().delete("/tenants/" + tenant + "/move");
    }

    @Test
    void what_cannot_be_is_refused() {
        move("mars").statusCode(422).body("errors.field", contains("region"));
        move("local").statusCode(422).body("errors.field", contains("region"));
        Acting.operator().get("/tenants/" + tenant + "/move").statusCode(404);
        Acting.operator()
                .act("/tenants/" + UUID.randomUUID() + "/move", Map.of("region", "elsewhere"))
                .statusCode(404);
        owner.act("/tenants/" + tenant + "/move", Map.of("region", "elsewhere")).statusCode(403);
        Acting.operator()
                .post("/tenants/" + tenant + "/move", Map.of("region", "elsewhere"))
                .statusCode(428);

        move("elsewhere").statusCode(200);

        move("elsewhere").statusCode(409);
        assertThat(relocations.unfinished()).contains(tenant);
    }

    private void complete() {
        long plenty = 1_000;
        gateways.have("local", tenant, plenty);
        gateways.have("elsewhere", tenant, plenty);
        service.advance(tenant, Instant.now());
        service.advance(tenant, Instant.now().plusSeconds(100));
        get().body("state", equalTo("DONE"));
        gateways.have("local", tenant, -1);
        gateways.have("elsewhere", tenant, -1);
    }

    private void assertExactlyOneServesAround(Instant at) {
        TenantConfig one = config("local");
        TenantConfig other = config("elsewhere");
        for (long millis = -2_000; millis <= 2_000; millis++) {
            Instant moment = at.plusMillis(millis);
            assertThat(one.isServedAt(moment)).isNotEqualTo(other.isServedAt(moment));
        }
    }

    /** Each head closes what stands before it on its region's topic, and is signed for that region. */
    private void assertEveryHeadIsTrueAndSigned() {
        for (String region : new String[] {"local", "elsewhere"}) {
            OutboxContents contents = OutboxContents.of(system, owner, region);
            assertThat(contents.digestsMatch()).isNotEmpty().doesNotContain(false);
            for (ConfigHead head : contents.heads()) {
                assertThat(HeadSignature.isBy(head, new Region(region), SigningPair.publicKey()))
                        .isTrue();
            }
        }
    }

    private ValidatableResponse move(String region) {
        return Acting.operator().act("/tenants/" + tenant + "/move", Map.of("region", region));
    }

    private ValidatableResponse get() {
        return Acting.operator().get("/tenants/" + tenant + "/move").statusCode(200);
    }

    private TenantConfig config(String region) {
        return OutboxContents.of(system, owner, region).live(TenantConfig.class).getFirst();
    }

    private long revision(String region) {
        return OutboxContents.of(system, owner, region).heads().getLast().revision();
    }
}
