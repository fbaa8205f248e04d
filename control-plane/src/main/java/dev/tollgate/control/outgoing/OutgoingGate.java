package dev.tollgate.control.outgoing;

import dev.tollgate.model.net.AddressClass;
import dev.tollgate.model.net.Destination;
import dev.tollgate.model.net.DialRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a tenant may send anyone to a URL: this process, a gateway or the identity provider. Asked at save, so that an
 * admin hears of it at once, and again whenever something is dialled, because a name may answer differently by then.
 */
@ApplicationScoped
public class OutgoingGate {
    private static final int URL_CHARS_MAX = 2_048;

    private final DialRules rules;
    private final HostNames names;

    @Inject
    public OutgoingGate(@ConfigProperty(name = "tollgate.upstream.allow-loopback") boolean allowLoopback) {
        this(allowLoopback, HostNames.ofTheSystem());
    }

    OutgoingGate(boolean allowLoopback, HostNames names) {
        this.rules = new DialRules(allowLoopback);
        this.names = names;
    }

    /**
     * The address to dial for a URL, which is the one that was judged.
     *
     * @throws IllegalArgumentException if there is none, with the reason for an admin
     */
    public InetAddress check(URI url) {
        if (url.toString().length() > URL_CHARS_MAX) {
            throw new IllegalArgumentException("has at most " + URL_CHARS_MAX + " characters");
        }
        Destination to = Destination.of(url);
        orRefuse(rules.refusal(to));
        List<InetAddress> addresses = resolved(to);
        orRefuse(rules.refusal(to, addresses));
        return addresses.getFirst();
    }

    /**
     * The same for a URL whose answer is believed: by https, or on this very machine.
     *
     * @throws IllegalArgumentException if there is none, with the reason for an admin
     */
    public InetAddress checkSecure(URI url) {
        boolean secure = "https".equals(url.getScheme());
        if (!secure && !"http".equals(url.getScheme())
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null
                || url.getHost() == null) {
            throw new IllegalArgumentException("is an https address");
        }
        InetAddress address = check(url);
        if (!secure && AddressClass.of(address) != AddressClass.LOOPBACK) {
            throw new IllegalArgumentException("is an https address");
        }
        return address;
    }

    private List<InetAddress> resolved(Destination to) {
        try {
            List<InetAddress> addresses = names.resolve(to.host());
            if (!addresses.isEmpty()) {
                return addresses;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("has a host that cannot be resolved", e);
        }
        throw new IllegalArgumentException("has a host that cannot be resolved");
    }

    private static void orRefuse(Optional<String> refusal) {
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
    }
}
