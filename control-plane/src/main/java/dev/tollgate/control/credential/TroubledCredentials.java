package dev.tollgate.control.credential;

import dev.tollgate.control.alert.Alerts;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.api.Alert;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells people of a tenant when the tenant's own way to a server begins to need them. What is a person's own they see themselves. */
@ApplicationScoped
class TroubledCredentials {
    private final Alerts alerts;
    private final ServerService servers;

    TroubledCredentials(Alerts alerts, ServerService servers) {
        this.alerts = alerts;
        this.servers = servers;
    }

    /** Within the transaction that wrote the row. */
    void changed(State before, TokenRow row) {
        if (row.id().isOfTenant() && before != State.NEEDS_ATTENTION && row.state == State.NEEDS_ATTENTION) {
            servers.find(row.serverId)
                    .ifPresent(server -> alerts.raise(
                            Alert.Kind.CREDENTIAL,
                            null,
                            "The credential of the server " + server.name() + " needs attention",
                            "Calls to " + server.name() + " fail, or soon will: " + row.reason
                                    + ". Open the server's credential in the console and see to it."));
        }
    }
}
