package dev.tollgate.control.federation;

import dev.tollgate.model.net.AddressClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether a tenant may send this process, or the identity provider, to an address: https to public addresses alone. */
@ApplicationScoped
class UrlGate {
    private static final int URL_CHARS_MAX = 2_048;

    private final boolean allowLoopback;

    UrlGate(@ConfigProperty(name = "tollgate.upstream.allow-loopback") boolean allowLoopback) {
        this.allowLoopback = allowLoopback;
    }

    /**
     * The address to dial, which is the one that was judged.
     *
     * @throws IllegalArgumentException if it may not be, with the reason for an admin
     */
    InetAddress check(URI url) {
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("is an https address");
        }
        if (url.toString().length() > URL_CHARS_MAX) {
            throw new IllegalArgumentException("has at most " + URL_CHARS_MAX + " characters");
        }
        InetAddress address = resolved(host);
        boolean loopback = AddressClass.of(address) == AddressClass.LOOPBACK;
        if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && loopback)) {
            throw new IllegalArgumentException("is an https address");
        }
        return address;
    }

    private InetAddress resolved(String host) {
        try {
            InetAddress[] all = InetAddress.getAllByName(host);
            if (Arrays.stream(all).allMatch(each -> AddressClass.of(each).dialable(allowLoopback))) {
                return all[0];
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("has a host that cannot be resolved", e);
        }
        throw new IllegalArgumentException("leads to an address that is not allowed");
    }
}
