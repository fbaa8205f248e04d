package dev.tollgate.control.server;

import dev.tollgate.control.outgoing.OutgoingGate;
import dev.tollgate.model.config.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a tenant may name an upstream. It is checked here so that an admin hears of it at once; the gateway checks
 * again the very address that it dials, because a name may answer differently by then.
 */
@ApplicationScoped
class UpstreamGate {
    private final OutgoingGate gate;
    private final List<String> commands;

    UpstreamGate(OutgoingGate gate, @ConfigProperty(name = "tollgate.stdio.commands") Optional<List<String>> commands) {
        this.gate = gate;
        this.commands = commands.orElse(List.of());
    }

    /**
     * @throws IllegalArgumentException if it may not, with the reason for an admin
     */
    void check(Transport transport) {
        switch (transport) {
            case Transport.StreamableHttp http -> gate.check(http.url());
            case Transport.Sse sse -> gate.check(sse.url());
            case Transport.Stdio stdio -> checkCommand(stdio.command());
            case Transport.OpenApi api -> {
                gate.check(api.document());
                if (api.baseUrl() != null) {
                    gate.check(api.baseUrl());
                }
            }
        }
    }

    /**
     * @throws IllegalArgumentException if no secret may be sent there, with the reason for an admin
     */
    void checkSecure(URI url) {
        gate.checkSecure(url);
    }

    private void checkCommand(String command) {
        if (!commands.contains(command)) {
            throw new IllegalArgumentException("names a command that the operator does not allow");
        }
    }
}
