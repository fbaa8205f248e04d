package dev.tollgate.control.status;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.health.FailureCause;
import dev.tollgate.model.health.FailureStage;
import dev.tollgate.model.health.UpstreamFailure;
import dev.tollgate.model.health.UpstreamState;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.UpstreamReport;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class UpstreamHealthTest {
    private static final UUID BOOT = new UUID(9, 9);

    @Inject
    StatusBoard gateways;

    @Inject
    UpstreamBoard board;

    private Acting owner;
    private TenantId tenant;
    private String server;

    @BeforeEach
    void a_server_and_a_gateway() {
        owner = Acting.ownerOfNewTenant("health");
        tenant = TenantId.of(owner.tenantId());
        server = owner.server("crm", owner.environment("production"));
        alive("health-a", "local", BOOT, Instant.now());
    }

    private void alive(String gateway, String region, UUID boot, Instant at) {
        gateways.heard(new GatewayHeartbeat(
                new GatewayId(gateway), new Region(region), boot, at.minusSeconds(60), at, true, 1, 0, 0));
    }

    private void say(String gateway, UpstreamState state) {
        boolean well = state == UpstreamState.HEALTHY;
        Instant now = Instant.now();
        board.heard(new UpstreamReport(
                tenant,
                ServerId.of(server),
                new GatewayId(gateway),
                BOOT,
                now,
                state,
                well ? now : null,
                well ? null : new UpstreamFailure(FailureStage.CALL, FailureCause.BROKEN, 503, now),
                well ? 0 : 4,
                state == UpstreamState.BREAKER_OPEN ? now.plusSeconds(9) : null));
    }

    @Test
    void a_server_that_nobody_called_has_none() {
        owner.get("/servers/" + server + "/health")
                .statusCode(200)
                .body("gateways", empty())
                .body("health.state", equalTo("PENDING"));
    }

    @Test
    void what_a_gateway_says_is_told_with_stage_status_and_words_made_of_codes() {
        say("health-a", UpstreamState.BREAKER_OPEN);

        owner.get("/servers/" + server + "/health")
                .body("gateways.gateway", contains("health-a"))
                .body("gateways[0].state", equalTo("BREAKER_OPEN"))
                .body("gateways[0].failuresInARow", equalTo(4))
                .body("gateways[0].lastFailure.stage", equalTo("CALL"))
                .body("gateways[0].lastFailure.httpStatus", equalTo(503))
                .body("gateways[0].lastFailure.message", equalTo("answered with HTTP status 503"))
                .body("health.state", equalTo("FAILING"))
                .body("health.troubledGateways", equalTo(1));
        owner.get("/servers").body("items[0].health.state", equalTo("FAILING"));
    }

    @Test
    void a_server_is_degraded_if_only_some_gateways_have_trouble_and_lists_are_narrowed_by_that() {
        alive("health-b", "local", BOOT, Instant.now());
        say("health-a", UpstreamState.HEALTHY);
        say("health-b", UpstreamState.FAILING);
        owner.server("files", owner.environment("staging"));

        owner.get("/servers?health=DEGRADED").body("items.name", contains("crm"));
        owner.get("/servers?health=PENDING").body("items.name", contains("files"));
        owner.get("/servers?health=HEALTHY").body("items", empty());
        owner.get("/servers?health=ill").statusCode(422).body("errors[0].field", equalTo("health"));
    }

    @Test
    void a_silent_gateways_word_is_stale_and_counts_no_more() {
        say("health-a", UpstreamState.HEALTHY);
        owner.get("/servers/" + server + "/health").body("health.state", equalTo("HEALTHY"));

        alive("health-a", "local", BOOT, Instant.now().minusSeconds(30));

        owner.get("/servers/" + server + "/health")
                .body("gateways[0].state", equalTo("STALE"))
                .body("health.state", equalTo("PENDING"))
                .body("health.gateways", equalTo(0));
    }

    @Test
    void what_a_gateway_said_before_it_started_anew_or_in_another_region_or_took_back_is_left_out() {
        say("health-a", UpstreamState.FAILING);
        alive("health-a", "local", new UUID(9, 10), Instant.now());
        owner.get("/servers/" + server + "/health").body("gateways", empty());

        alive("health-a", "mars", BOOT, Instant.now());
        owner.get("/servers/" + server + "/health").body("gateways", empty());

        alive("health-a", "local", BOOT, Instant.now());
        board.takenBack(new UpstreamReport.Key(tenant, new GatewayId("health-a"), ServerId.of(server)));
        owner.get("/servers/" + server + "/health").body("gateways", empty());
    }

    @Test
    void another_tenant_learns_nothing_of_it() {
        say("health-a", UpstreamState.FAILING);
        Acting stranger = Acting.ownerOfNewTenant("other");

        stranger.get("/servers/" + server + "/health").statusCode(404);
        String own = stranger.server("crm", stranger.environment("production"));
        stranger.get("/servers/" + own + "/health").body("gateways", empty()).body("health.stage", nullValue());
    }
}
