package dev.tollgate.ui.view.home;

import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Rights;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant at a glance.
 *
 * @param groups whether there is any tool group
 * @param everCalled whether any call was ever recorded; false for a role that may not see calls
 * @param today spend since midnight in the organization's time zone; absent for a role that may not see it
 */
record Overview(
        List<Server> servers,
        boolean groups,
        Page<VirtualKey> activeKeys,
        List<GatewayStatus> gateways,
        boolean everCalled,
        @Nullable SpendReport today) {
    private static final int KEYS_COUNTED_MAX = 200;

    static Overview read(TollgateApi api, Rights rights, LocalDate today) {
        return new Overview(
                Keyset.all(api::servers),
                !api.groups(1, null).items().isEmpty(),
                api.keys(null, VirtualKey.State.ACTIVE, null, null, null, KEYS_COUNTED_MAX, null),
                api.gateways().items(),
                rights.seeCalls()
                        && !api.calls(null, null, null, null, null, 1, null)
                                .items()
                                .isEmpty(),
                rights.seeSpend()
                        ? api.spend("", today.toString(), today.plusDays(1).toString(), null, null)
                        : null);
    }

    /** Whether it differs from another in nothing but what the gateways reported. */
    boolean hasSameContent(@Nullable Overview other) {
        return other != null
                && equals(new Overview(
                        other.servers, other.groups, other.activeKeys, gateways, other.everCalled, other.today));
    }

    long failingServers() {
        return servers.stream()
                .filter(server -> server.enabled() && server.health().state() == ServerHealth.State.FAILING)
                .count();
    }

    int approvedTools() {
        return servers.stream().mapToInt(Server::approvedTools).sum();
    }

    int waitingTools() {
        return servers.stream().mapToInt(Server::quarantinedTools).sum();
    }

    long readyGateways() {
        return gateways.stream().filter(GatewayStatus::ready).count();
    }

    /** {@code 12}, or {@code 200+} where more exist than were counted. */
    String activeKeyCount() {
        return activeKeys.items().size() + (activeKeys.nextCursor() == null ? "" : "+");
    }
}
