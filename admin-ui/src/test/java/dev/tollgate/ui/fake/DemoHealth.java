package dev.tollgate.ui.fake;

import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.health.FailureCause;
import dev.tollgate.model.health.FailureStage;
import java.util.List;

/** What gateways say of a server. */
public final class DemoHealth {
    private DemoHealth() {}

    /** What one gateway says that is well, one that is held back, and one that has fallen silent. */
    public static List<GatewayHealth> atGateways() {
        GatewayHealth.Failure failure = new GatewayHealth.Failure(
                FailureStage.CALL,
                FailureCause.BROKEN,
                503,
                "answered with HTTP status 503",
                Demo.NOW.minusSeconds(40));
        return List.of(
                new GatewayHealth(
                        "gateway-a",
                        GatewayHealth.State.HEALTHY,
                        Demo.NOW.minusSeconds(3),
                        null,
                        0,
                        null,
                        Demo.NOW.minusSeconds(3)),
                new GatewayHealth(
                        "gateway-b",
                        GatewayHealth.State.BREAKER_OPEN,
                        null,
                        failure,
                        7,
                        Demo.NOW.plusSeconds(20),
                        Demo.NOW.minusSeconds(40)),
                new GatewayHealth(
                        "gateway-c",
                        GatewayHealth.State.STALE,
                        Demo.NOW.minusSeconds(500),
                        null,
                        0,
                        null,
                        Demo.NOW.minusSeconds(500)));
    }
}
