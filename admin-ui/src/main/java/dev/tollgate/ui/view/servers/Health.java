package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.Texts;
import org.jspecify.annotations.Nullable;

/** A server's health in words. What a server said of itself is shown as text. */
final class Health {
    private Health() {}

    static Span badge(Server server) {
        if (!server.enabled()) {
            return Badges.neutral("disabled");
        }
        return switch (server.health().state()) {
            case PENDING -> Badges.waiting("not looked at yet");
            case HEALTHY -> Badges.good("healthy");
            case DEGRADED -> Badges.waiting("degraded");
            case FAILING -> Badges.bad("failing");
        };
    }

    static Span badge(GatewayHealth.State state) {
        return switch (state) {
            case HEALTHY -> Badges.good("healthy");
            case DEGRADED -> Badges.waiting("degraded");
            case FAILING -> Badges.bad("failing");
            case BREAKER_OPEN -> Badges.bad("breaker open");
            case STALE -> Badges.neutral("not known now");
        };
    }

    static Component summary(Server server) {
        Div cell = new Div(badge(server));
        cell.addClassName("cell-stack");
        ServerHealth health = server.health();
        cell.add(Cells.note(note(health)));
        return cell;
    }

    private static String note(ServerHealth health) {
        if (lookFailed(health)) {
            return failure(health);
        }
        if (health.troubledGateways() > 0) {
            return "not well at " + health.troubledGateways() + " of " + gateways(health.gateways());
        }
        return health.checkedAt() == null ? "" : "looked at " + Texts.minute(health.checkedAt());
    }

    static boolean lookFailed(ServerHealth health) {
        return health.stage() != null;
    }

    private static String gateways(int count) {
        return count == 1 ? "1 gateway" : count + " gateways";
    }

    /** {@code while connecting: connection refused}. */
    static String failure(ServerHealth health) {
        String message = health.message();
        return stage(health.stage()) + (message == null ? "no reason was given" : message);
    }

    private static String stage(@Nullable String stage) {
        if (stage == null) {
            return "";
        }
        return switch (stage) {
            case "address" -> "because its address is not allowed: ";
            case "connect" -> "while connecting: ";
            case "initialize" -> "while initializing: ";
            case "list" -> "while listing tools: ";
            default -> "during " + stage + ": ";
        };
    }
}
