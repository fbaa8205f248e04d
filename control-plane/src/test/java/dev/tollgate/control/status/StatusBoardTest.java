package dev.tollgate.control.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.TenantApplied;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusBoardTest {
    private static final Instant NOW = Instant.parse("2026-11-01T02:47:00Z");
    private static final GatewayId ONE = new GatewayId("gateway-1");
    private static final GatewayId TWO = new GatewayId("gateway-2");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));

    private final StatusBoard board = new StatusBoard();

    @Test
    void the_newest_word_of_each_gateway_stands() {
        board.heard(heartbeat(TWO, NOW));
        board.heard(heartbeat(ONE, NOW.minusSeconds(2)));
        board.heard(heartbeat(ONE, NOW));
        board.heard(applied(ONE, 3));
        board.heard(applied(ONE, 4));

        assertThat(board.gateways()).containsExactly(heartbeat(ONE, NOW), heartbeat(TWO, NOW));
        assertThat(board.applied(TENANT, ONE)).contains(applied(ONE, 4));
        assertThat(board.applied(TENANT, TWO)).isEmpty();
        assertThat(board.applied(new TenantId(new UUID(2, 2)), ONE)).isEmpty();
    }

    @Test
    void a_gateway_is_live_while_its_heartbeats_come() {
        assertThat(StatusBoard.isLive(heartbeat(ONE, NOW.minusSeconds(9)), NOW)).isTrue();
        assertThat(StatusBoard.isLive(heartbeat(ONE, NOW.minusSeconds(10)), NOW))
                .isFalse();
    }

    @Test
    void a_long_silent_gateway_is_forgotten_with_what_it_applied() {
        board.heard(heartbeat(ONE, NOW.minus(Duration.ofHours(25))));
        board.heard(applied(ONE, 3));
        board.heard(heartbeat(TWO, NOW.minus(Duration.ofHours(23))));
        board.heard(applied(TWO, 3));

        board.forgetSilent(NOW);

        assertThat(board.gateways()).extracting(GatewayHeartbeat::gateway).containsExactly(TWO);
        assertThat(board.applied(TENANT, ONE)).isEmpty();
        assertThat(board.applied(TENANT, TWO)).isPresent();
    }

    @Test
    void a_word_that_comes_before_its_gateways_heartbeat_is_kept() {
        board.heard(applied(ONE, 3));

        board.forgetSilent(NOW);
        board.heard(heartbeat(ONE, NOW));

        assertThat(board.applied(TENANT, ONE)).contains(applied(ONE, 3));
    }

    private static GatewayHeartbeat heartbeat(GatewayId gateway, Instant at) {
        return new GatewayHeartbeat(gateway, new Region("local"), new UUID(3, 3), NOW, at, true, 1, 0, 0);
    }

    private static TenantApplied applied(GatewayId gateway, long revision) {
        return new TenantApplied(TENANT, gateway, new UUID(3, 3), revision, NOW, null, null, null);
    }
}
