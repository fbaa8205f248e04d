package dev.tollgate.control.server;

import dev.tollgate.model.config.Transport;
import dev.tollgate.model.net.AddressClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a tenant may name an upstream. It is checked here so that an admin hears of it at once; the gateway checks
 * again the very address that it dials, because a name may answer differently by then.
 */
@ApplicationScoped
class UpstreamGate {
    private static final int PORT_FREE_FROM = 1024;

    private final boolean allowLoopback;
    private final List<String> commands;

    UpstreamGate(
            @ConfigProperty(name = "tollgate.upstream.allow-loopback") boolean allowLoopback,
            @ConfigProperty(name = "tollgate.stdio.commands") Optional<List<String>> commands) {
        this.allowLoopback = allowLoopback;
        this.commands = commands.orElse(List.of());
    }

    /**
     * @throws IllegalArgumentException if it may not, with the reason for an admin
     */
    void check(Transport transport) {
        switch (transport) {
            case Transport.StreamableHttp http -> checkHost(http.url().getHost());
            case Transport.Sse sse -> checkHost(sse.url().getHost());
            case Transport.Stdio stdio -> checkCommand(stdio.command());
            case Transport.OpenApi api -> {
                checkHost(api.document().getHost());
                if (api.baseUrl() != null) {
                    checkHost(api.baseUrl().getHost());
                }
            }
        }
    }

    /**
     * The address to dial for a URL, which is one that was judged.
     *
     * @throws IllegalArgumentException if there is none that may be, with the reason for an admin
     */
    InetAddress address(URI url) {
        if (url.getPort() > 0 && url.getPort() < PORT_FREE_FROM && url.getPort() != 80 && url.getPort() != 443) {
            throw new IllegalArgumentException("has a port that is not allowed");
        }
        return checkHost(url.getHost());
    }

    private InetAddress checkHost(String host) {
        try {
            InetAddress[] all = InetAddress.getAllByName(host);
            for (InetAddress address : all) {
                AddressClass found = AddressClass.of(address);
                if (!found.dialable(allowLoopback)) {
                    String kind = found.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    throw new IllegalArgumentException("leads to a " + kind + " address, which is not allowed");
                }
            }
            return all[0];
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("has a host that cannot be resolved", e);
        }
    }

    private void checkCommand(String command) {
        if (!commands.contains(command)) {
            throw new IllegalArgumentException("names a command that the operator does not allow");
        }
    }
}
