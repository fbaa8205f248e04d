package dev.tollgate.model.net;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The one judgement of what is dialled for a tenant, in two steps: the destination as it is written, then the addresses
 * that its host was resolved to. Whoever dials takes the very address that was judged, for the name may lead elsewhere by
 * then, and follows no redirect, for that is another destination.
 *
 * @param allowLoopback whether the operator lets tenants' URLs lead to this very machine
 */
public record DialRules(boolean allowLoopback) {
    /** Ports below this one belong to other services; of those, only the web's own are dialled. */
    public static final int PORT_FREE_FROM = 1024;

    private static final int PORT_MAX = 65_535;
    private static final Set<Integer> LOW_PORTS = Set.of(80, 443);

    /** Cloud services that hand out credentials, by the names that they have inside; their addresses are denied as well. */
    private static final Set<String> METADATA_NAMES = Set.of(
            "metadata",
            "metadata.google.internal",
            "metadata.goog",
            "metadata.azure.internal",
            "metadata.tencentyun.com",
            "instance-data",
            "instance-data.ec2.internal");

    /**
     * Why a destination is not even looked up, as an end to the sentence "The server x …"; empty if it may be.
     */
    public Optional<String> refusal(Destination to) {
        if (!HostForm.isPlain(to.host())) {
            return Optional.of("has a host that is neither a name nor a plain address");
        }
        if (METADATA_NAMES.contains(HostForm.withoutFinalDot(to.host()).toLowerCase(Locale.ROOT))) {
            return Optional.of("leads to a metadata service, which is not allowed");
        }
        boolean allowed = to.port() >= PORT_FREE_FROM && to.port() <= PORT_MAX || LOW_PORTS.contains(to.port());
        return allowed ? Optional.empty() : Optional.of("has a port that is not allowed");
    }

    /**
     * Why none of the addresses that a host was resolved to is dialled; empty if the first of them is to be. One that is
     * not allowed denies all: whoever mixes it in means it to be taken.
     */
    public Optional<String> refusal(Destination to, List<InetAddress> addresses) {
        Optional<String> refused = refusal(to);
        return refused.isPresent()
                ? refused
                : addresses.stream()
                        .map(AddressClass::of)
                        .filter(found -> !found.dialable(allowLoopback))
                        .findFirst()
                        .map(DialRules::words);
    }

    private static String words(AddressClass denied) {
        String kind = denied.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "leads to a " + kind + " address, which is not allowed";
    }
}
